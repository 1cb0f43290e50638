"""Values and rules of agreements, parties, types, dates and filters.

No input and no output; it imports none of the other layers.
"""

# Invisible characters (Unicode's Default_Ignorable_Code_Point, annotation marks, the Braille blank): a text with one of
# them looks like another text, or hides one.
INVISIBLE = (
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    r"\ufff0-\ufffb\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
