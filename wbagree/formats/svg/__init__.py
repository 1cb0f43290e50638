"""Pictures of a question's answer: heat map, timeline, network, each a function ``drawn`` that returns an SVG.

We write plain SVG ourselves: a chart library is megabytes for three pictures, brings a look of its own, and places
labels without measuring them. What is written here stands in a page as it is, takes the page's colours, light or
dark, and is a file of some tens of kilobytes.
"""
