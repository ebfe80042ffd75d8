"""Qt's own words, marked for translation: Qt ships no Kinyarwanda, and one catalogue keeps the three in step.

`translated.QtTexts` looks them up without their "&". Nothing else reads this list.
"""

from __future__ import annotations

from trainer_app.i18n import N_

BUTTONS = (
    N_("OK"), N_("Save"), N_("Save All"), N_("Open"), N_("Yes"), N_("Yes to All"), N_("No"),
    N_("No to All"), N_("Abort"), N_("Retry"), N_("Ignore"), N_("Close"), N_("Cancel"), N_("Discard"),
    N_("Help"), N_("Apply"), N_("Reset"), N_("Restore Defaults"), N_("Close without Saving"),
    N_("Don't Save"),
)  # fmt: skip

EDITING = (
    N_("Undo"), N_("Redo"), N_("Cut"), N_("Copy"), N_("Paste"), N_("Delete"), N_("Select All"),
    N_("Copy Link Location"), N_("Clear"), N_("Step up"), N_("Step down"),
)  # fmt: skip

SCROLLING = (
    N_("Scroll here"), N_("Top"), N_("Bottom"), N_("Left edge"), N_("Right edge"), N_("Page up"),
    N_("Page down"), N_("Page left"), N_("Page right"), N_("Scroll up"), N_("Scroll down"),
    N_("Scroll left"), N_("Scroll right"),
)  # fmt: skip

SPOKEN = (  # what a screen reader says can be done
    N_("Press"), N_("Toggle"), N_("Check"), N_("Uncheck"), N_("Increase"), N_("Decrease"), N_("ShowMenu"),
    N_("SetFocus"), N_("Next Page"), N_("Previous Page"), N_("Selects an item"), N_("Position"),
)  # fmt: skip

FILES = (
    N_("Look in:"), N_("Directory:"), N_("Folder"), N_("File name:"), N_("Files of type:"), N_("Choose"),
    N_("Back"), N_("Forward"), N_("Parent Directory"), N_("Create New Folder"), N_("List View"),
    N_("Detail View"), N_("Sidebar"), N_("Files"), N_("All Files (*)"), N_("Computer"), N_("My Computer"),
    N_("Drive"), N_("File"), N_("File Folder"), N_("Name"), N_("Size"), N_("Kind"), N_("Type"),
    N_("Date Modified"), N_("Open File"), N_("Save File"), N_("Find Directory"), N_("Save As"),
    N_("Rename"), N_("Show hidden files"), N_("New Folder"), N_("Remove"),
    N_("%1 already exists.\nDo you want to replace it?"),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("Are you sure you want to delete '%1'?"),
)  # fmt: skip

PRINTING = (
    N_("Print"), N_("Print..."), N_("Page Setup"), N_("Print Preview"), N_("Page size:"), N_("Width:"),
    N_("Height:"), N_("Paper source:"), N_("Orientation"), N_("Portrait"), N_("Landscape"),
    N_("Reverse landscape"), N_("Reverse portrait"), N_("Margins"), N_("Printer"), N_("Name:"),
    N_("Location:"), N_("Preview"), N_("Type:"), N_("Properties"), N_("Output file:"), N_("Print range"),
    N_("Print all"), N_("Pages from"), N_("to"), N_("Current Page"), N_("Selection"), N_("Output Settings"),
    N_("Copies:"), N_("Copies"), N_("Collate"), N_("Options"), N_("Color Mode"), N_("Color"),
    N_("Grayscale"), N_("Duplex Printing"), N_("None"), N_("Long side"), N_("Short side"), N_("Page Set:"),
    N_("All Pages"), N_("Odd Pages"), N_("Even Pages"), N_("Reverse"), N_("Print to File (PDF)"),
    N_("Pages"), N_("Local file"), N_("Write PDF file"),
)  # fmt: skip
