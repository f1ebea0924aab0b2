"""Word files: .docx as it is, .doc and .wps through LibreOffice."""
