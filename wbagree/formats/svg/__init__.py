"""Pictures as SVG: heat map, timeline, network.

Each is a module with a function ``render`` that returns the SVG. We write it ourselves: a chart library is megabytes
for three pictures, has a look of its own, and places labels without measuring them. Our SVG can be put into a page
unchanged, takes the page's colours, light or dark, and as a file has some tens of kilobytes.
"""
