"""The words that stand on AliExpress' own screens: one table, and how a page shows a row of it."""
