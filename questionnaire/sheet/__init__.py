"""The blank sheet: the whole questionnaire to read, print and fill in before starting."""

from questionnaire.sheet.document import Sheet, lay_out_sheet
from questionnaire.sheet.markdown import write_markdown
from questionnaire.sheet.page import write_page

__all__ = ["Sheet", "lay_out_sheet", "write_markdown", "write_page"]
