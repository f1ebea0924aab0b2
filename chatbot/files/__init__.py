"""Our values -> files to take along: Word, workbooks, tables, pages to print."""
