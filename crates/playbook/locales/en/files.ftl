### What could not be read, rows counted but not used. A problem's .next says what to do instead.

## What could not be read

problem-bad-date = The date cannot be read
    .next = Look up this row’s date on the statement. If the file was opened and saved in a spreadsheet, use the file as it was before.
problem-bad-amount = The amount cannot be read
    .next = Look up this row’s amount on the statement.
problem-missing-column = A column that is needed is not there
    .next = Save the file again from your issuer’s site, with day, shop and amount. If you made the table yourself, put the headings “Date”, “Description”, “Currency” and “Amount” into its first row.
problem-short-row = The row breaks off
    .next = Save the file again. If the same row breaks off again, look it up on the statement.
problem-bad-currency = The currency is not known
    .next = See on the statement which currency the amount is in. In a table of your own, add a column “Currency” with a code such as USD.
problem-bad-order-id = That is not the form of an order number
    .next = A spreadsheet can change order numbers. Use the file as it was downloaded.
problem-ambiguous-dates = Day and month cannot be told apart
    .next = No row has a day above 12, so both readings fit. Use a file that covers more time, with a day after the 12th.
problem-ambiguous-amounts = Decimal and thousands marks cannot be told apart
    .next = It cannot be told whether “1.234” is more than a thousand, or one and a bit. Save a file with more rows from your issuer’s site.
problem-ambiguous-sign = Payments and money back cannot be told apart
    .next = It cannot be told whether payments are the positive or the negative rows. If your issuer offers a file with payments and refunds in columns of their own, use that one.
problem-empty-file = The file is empty
    .next = Download it again. It may also be empty because the card was not used that month.
problem-not-text = This is not a text file
    .next = Drop a statement as CSV, or the ZIP that came from Amazon.
problem-mojibake = The file was saved with broken characters
    .next = They cannot be repaired. Use the file as it was downloaded.
problem-unknown-layout = No table with a date and an amount was found
    .next = See whether it is a statement. If it is, put the headings “Date”, “Description”, “Currency” and “Amount” into its first row, or save the CSV again from your issuer’s site.
problem-web-page = A web page was saved instead of a statement
    .next = The sign-in may have expired. Sign in and download it again.
problem-image = A picture cannot be read
    .next = Save a CSV instead of a screenshot, or copy the statement’s text and paste it.
problem-truncated = The file ends in the middle
    .next = The download seems to have stopped. Download it again. The rows before the end were read.
problem-encrypted-zip = The ZIP has a password
    .next = Unpack it on your computer or phone, and drop the files inside.
problem-broken-zip = The ZIP is damaged
    .next = Download it again.
problem-zip-too-large = What is in the ZIP is too large
    .next = Unpack it and drop only the order CSVs, such as “Order History”.
problem-zip-too-many-entries = There are too many files in the ZIP
    .next = Unpack it and drop only the order CSVs, such as “Order History”.
problem-nested-zip = There is a ZIP inside the ZIP
    .next = Unpack the outer one and drop the one inside.
problem-encrypted-pdf = The PDF has a password
    .next = Drop it again and type the file’s password. It may be in the issuer’s mail, or made of your birthday or digits of your card.
problem-broken-pdf = The PDF cannot be opened
    .next = Download it again, or see whether the download page offers the same as CSV.
problem-scanned-pdf = The PDF holds pictures of pages, and no text
    .next = Download the statement from the issuer’s site as CSV or PDF. A scan or a photo of the paper cannot be read.
problem-pdf-not-here = PDFs are read on the page in the browser
    .next = Open the page and drop the PDF there. Here, use the same statement as CSV.
problem-encrypted-workbook = The workbook has a password
    .next = Open it with its password in Excel or a like program, save it without one, and drop that file.
problem-broken-workbook = The workbook is damaged
    .next = Download it again, or open it in Excel or a like program and save it as CSV.
problem-needs-full-reader = The part of this page that reads such files could not be fetched
    .next = See whether you are connected, then drop the file again.
problem-unsupported = This kind of file cannot be read yet
    .next = See whether the download page offers the same as CSV.
problem-too-large = The file is too large
    .next = Save it again for a shorter time.

## Rows counted and not used

skip-heading = Headings, subtotals and notes
skip-bill-payment = Payments of the card bill
skip-top-up = Top-ups and cash advances
skip-own-transfer = Transfers between your own accounts
skip-not-counted = Payments that did not happen, or that the issuer does not count
skip-instalment = Later instalments (the purchase is another row)
skip-seen-in-other-file = The same row, seen in another file
skip-follow-up = Additions to the row above, such as an exchange rate
skip-deposit = Money in that is no refund, such as interest
skip-not-understood = Rows that could not be read
skip-no-money = Orders without money, such as free replacements
