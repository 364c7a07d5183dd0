### Words that are said only inside another site.

## From the site

site-title = From { $name }
site-whose = These words are from the site you are on ({ $site }), not from Mioboe.
site-card = Statements of this site’s card: { $card }
site-steps = More you can do
site-contacts = Contacts

## Telling the site

share-title = Share with { $site }
share-unnamed-site = the site you are on
share-look = See what would be shared
share-fields = What to share
share-day = Date
share-merchant = As on the statement
share-amount = Amount
share-card = Last digits of the card
share-verdict = Verdict
share-exactly = From the result of { $day }, this and nothing else is shared. Nothing is sent until you press the button.
share-send = Share this with { $site }
share-sent = Shared with { $site }.

## Otherwise than in the page of its own, where the browser asks before it is left

faq-keep = Can I keep the result?
    .answer = “Keep on this device” stores it in this browser, and next time you go on from there. Otherwise everything is gone when you close the page, and the browser does not ask you first. To have it as a file, save the case file under “Make a case file to show or print”.
