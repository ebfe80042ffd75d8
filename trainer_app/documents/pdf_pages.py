"""Pages of PDFs that were drawn already: counted, and put behind each other."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pypdfium2  # type: ignore[import-untyped]

_pdfium = threading.Lock()  # PDFium must not be called by two threads at once


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """For a moment: nothing stays open that must be closed later."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def count(pdf: bytes) -> int:
    with opened(pdf) as document:
        return len(document)


def joined(pdfs: Iterable[bytes]) -> bytes:
    """One PDF of all pages."""
    with _pdfium:
        whole = pypdfium2.PdfDocument.new()
        try:
            for pdf in pdfs:
                part = pypdfium2.PdfDocument(pdf)
                whole.import_pages(part)
                part.close()
            file = io.BytesIO()
            whole.save(file)
        finally:
            whole.close()
    return file.getvalue()
