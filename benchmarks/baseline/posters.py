"""The bare run for posters: WeasyPrint as its manual begins, one PDF of all pages.

python posters.py FILE.pdf
"""

import sys
from pathlib import Path

import weasyprint

weasyprint.HTML(Path(__file__).with_name("posters.html")).write_pdf(sys.argv[1])
