### What to do next. The value is the heading, .done what to say once it is done, .why the reason, .how the clicks (one a line), .deadline how to speak of the day.
### $region is the law: jp, us, uk, eu, ca, au, in, sg or elsewhere. $site is Amazon’s address there, or none. $limit is the limit that ends first. Names of menus are as of November 2026 and may change.

## Addresses to type

site-amazon = { $site ->
        [none] the Amazon of your country
       *[known] { $site }
    }
site-transactions = { $site ->
        [none] your country’s Amazon, followed by /cpe/yourpayments/transactions
       *[known] { $site }/cpe/yourpayments/transactions
    }
site-data-request = { $site ->
        [none] the address of your country’s Amazon, followed by /hz/privacy-central/data-requests/preview.html
       *[known] { $site }/hz/privacy-central/data-requests/preview.html
    }

## Make the account safe

step-change-password = Change your Amazon password
    .done = Changed the Amazon password
    .why = If somebody else knows your password, a new one shuts them out. With a charge or a device that you do not know, it is worth doing to be safe.
    .how =
        1. Type this address into the browser yourself: { site-amazon }. Do not use a link from a mail or a text message.
        2. Sign in, open “Your Account”, and choose the entry usually called “Login & security”.
        3. Use “Edit” beside the password. Make the new one 12 characters or longer, with letters, digits and symbols, and used nowhere else.
        4. Later, change it on every other service where you used the same password. Your mail comes first.
        5. If you cannot sign in, follow the sign-in page’s own help, or contact customer service.
    .deadline = Do this as soon as you can.
step-enable-two-step = Turn on two-step verification (and a passkey)
    .done = Turned on two-step verification
    .why = Even someone who knows your password cannot sign in without the code that goes to your phone.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. In “Your Account”, under what is usually called “Login & security”, look for “Two-step verification”.
        3. Follow the page to register a phone number or an authenticator app.
        4. Register a second way as well, in case you lose the phone.
        5. If the same page offers a passkey, set one up too. You then sign in with your fingerprint, your face or the screen lock in place of the password, and it does not work on a false site. Do not make one on a device you share.
        6. Never tell anyone a code, even if they say they are from Amazon.
step-review-devices = Look at the devices that are signed in
    .done = Looked at the devices that are signed in
    .why = A device you do not know may stay signed in even after the password has changed.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. In “Your Account”, look for the entries about devices and about where you are signed in.
        3. Go through them one by one. Think of the family’s devices and of old ones of your own.
        4. Remove those nobody knows. If there is an entry to sign out everywhere, use it.
        5. If there was a device nobody knows, change the password and turn on two-step verification.
step-update-contact-details = Check contact details, addresses and payment methods
    .done = Checked contact details, addresses and payment methods
    .why = A warning cannot reach an old mail address or phone number. This is also where an address or card that is not yours would show.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. In “Your Account”, see that the mail address and phone number are the ones you use now.
        3. Look through the address book for places you do not know.
        4. Look through the payment methods for cards you do not know, and at the gift card balance.
        5. Keep a picture of anything unknown, then remove it, and tell customer service.
step-turn-on-alerts = Turn on card alerts
    .done = Turned on card alerts
    .why = With a notice for every payment, you see a charge you do not know on the same day.
    .how =
        1. Open your card issuer’s app, or type its address yourself.
        2. Turn on notices of use by app or mail.
        3. If there are settings for limits, or for use abroad and online, set them as you use the card.
        4. The issuer may notice an unusual use and ask you about it. Do not answer through a link in a mail: open its app or its site yourself.
        5. See that Amazon’s order confirmations do not land in the junk folder.
step-use-password-manager = Use a password manager
    .done = Started to use a password manager
    .why = Every service gets its own long password, and you need not remember them. It does not fill in on a false site, so you are harder to deceive.
    .how =
        1. Choose the one built into your phone or browser, or an app you trust.
        2. Make and save new passwords for Amazon, mail, bank and card, in that order.
        3. Give the manager itself a long password and two-step verification.
step-beware-phishing = Do not open links in mails or messages
    .done = Decided to open no links in mails or messages
    .why = Someone worried by a charge is easily caught by a false “please verify your account”. A sender’s name can be forged, so a right-looking one proves nothing.
    .how =
        1. Do not open the link. Type the address yourself and look there: { site-amazon }.
        2. What Amazon sends you can usually also be read after signing in, in the account’s message centre (as of 2025).
        3. Do not give card numbers, passwords or codes by mail or phone to someone who contacted you.
        4. If you typed a card number on such a page, call the issuer at once. If you typed a password, change it at once.
        5. { $region ->
            [jp] You can report a suspicious mail by forwarding it to the Council of Anti-Phishing Japan, info@antiphishing.jp.
           *[other] You can report a suspicious mail through the page that Amazon’s help names for it.
        }

## Look for yourself

step-check-family = Ask the family and anyone who shares the card
    .done = Asked the family and everyone who shares the card
    .why = Most often, someone in the family bought it. Many issuers do not cover what the family bought, so find out before you call anyone.
    .how =
        1. Tell the day and the amount to everyone with a family card, or who shares the account or the card.
        2. Ask about apps, films and games bought on a child’s device.
        3. Ask whether somebody used your card in an account of their own.
        4. If you have their order data, add it here: it is compared by itself.
        5. When you know, mark the charge as “family”.
step-check-transactions = Look at Amazon’s “Transactions” page
    .done = Looked at Amazon’s transactions
    .why = It lists what Amazon was really paid, with day, amount, card and order number. Most charges are clear there within two minutes.
    .how =
        1. Type this address yourself and sign in: { site-transactions }. In the app: the person’s sign, Your Account, Your Payments, Transactions (as of November 2026).
        2. Look for a line with the same amount. About 20 fit on a page; go on with “next” to the month before.
        3. Where you find it, open the order number and see what it was for.
        4. Select all text of the page, copy it and paste it here: it is then tied to your charge.
        5. Where your own account has no such line, ask family members to look at theirs.
step-check-app-store = Look at your purchases with Apple or Google
    .done = Looked at the purchases with Apple or Google
    .why = What is paid inside an app goes to Apple or Google. Amazon’s own lists do not have it, so they are the ones to look with and to ask for a refund.
    .how =
        1. On an iPhone open Settings, your name, then Subscriptions and the purchase history. On Android open Google Play, your picture, then payments and subscriptions (as of November 2026).
        2. Look for the same amount. If you share purchases in the family, look at theirs too.
        3. Cancel there what you do not want.
        4. For what you do not know, ask for a refund on the same page or the official site.
step-check-order-history = Look at the order history
    .done = Looked through the Amazon order history
    .why = Orders placed after the files were made, or in another account, are not in your data. Check on Amazon’s own page to be sure.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. Open your orders and look some ten days either way. Amazon charges on shipping, so the day may differ from the order’s.
        3. Open the details of pre-orders, of Subscribe & Save, and of orders sent in parts, and read the amounts paid.
        4. Look in other accounts too: for work, an old one, Amazon of another country.
        5. For Amazon Pay, sign in to Amazon Pay and look at its account activity.
step-check-hidden-orders = See whether orders were hidden
    .done = Looked for hidden orders
    .why = Orders could once be hidden from the list (as of 2021). Whether your account still has this is not certain; if it does, an order missing from the list may be there.
    .how =
        1. In a computer’s browser (or “desktop site” on a phone), type this address yourself and sign in: { site-amazon }.
        2. If there is an entry for hidden orders under “Account & Lists” or “Your Account”, open it.
        3. If the order history offers “archived” orders, open them too.
        4. If neither is there, you are done. You can also ask customer service whether there are orders that the list does not show.
step-check-digital-orders = Look at digital orders
    .done = Looked through the digital orders
    .why = E-books, films, apps and purchases inside games are in a list of their own, and your files have no record of digital orders.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. In your orders, open the list usually called “Digital Orders”.
        3. Look for the same day and amount.
        4. Think of children’s devices and of the television.
step-check-subscriptions = Check your subscriptions
    .done = Checked subscriptions and their renewal days
    .why = Plans renew by themselves, and a free trial ends in a paid one. You may find one you had forgotten.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. In “Your Account”, open the entry usually called “Memberships & subscriptions”.
        3. See the price and next renewal of Prime, Kindle Unlimited, Audible, Music and Prime Video channels.
        4. Cancel what you do not use before its next renewal, and keep a picture of the confirmation.
        5. If you were charged after cancelling, find the page or mail that shows the day you cancelled.
step-check-cancellations = Check cancellations and refunds
    .done = Checked cancellations and refunds
    .why = A cancellation can come too late for a shipment, and a refund can go elsewhere, for example to the gift card balance.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. Open the order and see the state and day of the cancellation, return or refund.
        3. See whether the refund went to the card or to a gift card balance.
        4. A refund to the card may only show on a later statement. If you have a newer one, add it here.
        5. Keep a picture of the page.

## Tell others

step-pause-card = Pause the card in its app
    .done = Paused the card
    .why = A pause stops further charges and can be undone. It is done at once, without waiting on the phone.
    .how =
        1. Open your issuer’s official app or site yourself.
        2. Look for “pause”, “freeze”, “lock” or limits on use. Sometimes online payments alone can be stopped.
        3. Regular payments may stop too. Read what it says before you do it.
        4. When the charge turns out to be yours or the family’s, undo it in the same place.
        5. Not every card has it. Then call the number on the back of the card.
step-pause-carrier-billing = Turn off payment by phone bill
    .done = Changed the setting for payment by phone bill
    .why = With a limit of zero nothing more can be charged. It can be undone.
    .how =
        1. Open your phone company’s page or app yourself.
        2. In the settings for payment by phone bill, set the limit to zero or turn it off.
        3. When the charge turns out to be yours, undo it.
step-prepare-evidence = Put your records together
    .done = Made the case file
    .why = With order number, day and amount at hand, you are understood sooner and more exactly.
    .how =
        1. For each charge, write down the day, the amount, the statement’s text and the order number.
        2. Keep pictures or PDFs of the order and cancellation pages, with their dates.
        3. Add in a few words when you noticed it and what you have checked.
        4. Leave out full card numbers and passwords.
step-contact-amazon = Ask Amazon’s customer service
    .done = Contacted Amazon’s customer service
    .why = Only Amazon can look up which account and which order a charge belongs to.
    .how =
        1. Open the official app, or type this address yourself: { site-amazon }.
        2. Open the help pages and choose to contact customer service.
        3. Usually the topic is a problem with an order, then payment and billing, or the nearest to it (as of November 2026).
        4. Choose chat or phone. When it is urgent, chat or being called back is quickest.
        5. Give the day and amount, and ask: “Which account and which order is this charge for?”
        6. Note the name, the time, the answer and the reference number.
step-contact-seller = Ask the seller
    .done = Contacted the seller
    .why = Where another seller on Amazon sold it, they know best what became of the shipment, cancellation or refund.
    .how =
        1. Type this address yourself and sign in: { site-amazon }.
        2. Open the order and choose the entry for contacting the seller.
        3. Say briefly: order number, what happened, what you ask for.
        4. Keep the exchange inside Amazon’s pages. Do not agree to pay elsewhere or to go to another site.
        5. If no answer comes, or it does not help, tell Amazon’s customer service.
step-escalate = If the answer does not satisfy you, ask for someone senior
    .done = Asked Amazon for a review by a senior member of staff
    .why = The first desk cannot always decide. With your record in hand, ask for someone who can.
    .how =
        1. List the days, names and answers so far.
        2. With that, ask for a review by someone senior and an answer in writing.
        3. Ask when you will hear, and note it.
        4. If that fails, take the same record to your card issuer and to a consumer advice service.
step-contact-card-issuer = Call your card issuer
    .done = Contacted the card issuer
    .why = The issuer can look into a charge you do not know, or money that has not come back, and may reverse it. Waiting can put it out of reach, so call soon.
    .how = { $region ->
            [us]
                1. Call the number on the back of your card and give the day and amount.
                2. For a credit card, a call alone may not protect your rights under the law: also write to the issuer’s address for billing inquiries. For a debit card or a bank account, the sooner you call, the less you may have to bear.
                3. The letter names you, the last four digits of the account, the day, the amount and why it is wrong. Enclose copies, never originals.
                4. Send it in a way that proves delivery, and keep a copy.
           *[other]
                1. Call the number on the back of your card. Do not use a number from a search result or a mail.
                2. Give the day, the amount and the text on the statement.
                3. Say that you have asked the family, and that you have asked Amazon or are about to.
                4. Ask what papers are needed, how long it takes, and what is covered.
                5. Note the name, the time and the reference number.
        }
    .deadline = { $until ->
            [none] Call as soon as you can. Your issuer’s terms say how long you have.
           *[other] { $region ->
                [jp] { $clock ->
                        [passed] The 60 days that many issuers give have passed. It varies by issuer, so call today all the same, and ask what is still possible.
                        [early-passed] Call today. The 60 days that many issuers give may have passed or not: it varies by issuer.
                       *[due] Aim to call by { $until }. Many issuers look back 60 days from your call, or ask to hear within 60 days of the statement notice; it varies by issuer.
                    }
                [us] { $limit ->
                    [us-debit-statement] { $clock ->
                        [early] Call today, at the latest by { $until }, counted from the charge to be safe. The law gives 60 days from the day the bank sent the first statement with the charge. Enter that day below.
                        [early-passed] Call today all the same. The 60 days may have run out or not: they count from the day the bank sent the first statement with the charge. Enter that day below.
                        [passed] The 60 days after the first statement with the charge have run out. What was taken within them still counts: call today all the same.
                       *[due] Call today, at the latest by { $until }: 60 days after the bank sent the first statement with the charge.
                    }
                   *[us-billing-error-notice] { $clock ->
                        [early] Your letter should arrive by { $until }, counted from the charge to be safe. The law gives 60 days from the day the first statement with the charge was sent. Enter that day below. A call alone is not enough.
                        [early-passed] Write today all the same. The 60 days may have run out or not: they count from the day the first statement with the charge was sent. Enter that day below. A call alone is not enough.
                        [passed] The 60 days after the first statement with the charge was sent have run out. Call and write today all the same, and ask what is still possible.
                       *[due] Your letter should arrive by { $until }. The law gives 60 days after the first statement with the charge was sent. A call alone is not enough.
                    }
                }
                [in] { $clock ->
                        [passed] The first working days, in which the holder is hardly liable by rule, have passed. Tell the bank today all the same: its own policy decides.
                       *[due] Tell the bank by { $until }. Whoever does within three working days of its message about the charge bears nothing where neither side was at fault; within seven, no more than a set amount.
                    }
                [uk] { $clock ->
                        [passed] The 13 months after the debit have run out. Tell them today all the same, and ask what is still possible.
                       *[due] Tell them without delay, and no later than 13 months after the debit ({ $until }).
                    }
                [eu] { $clock ->
                        [passed] The 13 months after the debit have run out. Tell them today all the same, and ask what is still possible.
                       *[due] Tell them without delay, and no later than 13 months after the debit ({ $until }).
                    }
               *[elsewhere] Call by { $until }. Your issuer’s terms say how long you have.
            }
        }
    .expect = { $region ->
            [jp]
                1. The usual course is that you are charged first and get the money back after the investigation.
                2. A form may come in the post. Return it soon.
                3. How long it takes varies by issuer. Ask on the call, and note it.
           *[other]
                1. How long it takes varies by issuer. Ask on the call, and note it.
        }
step-contact-phone-company = Ask your phone company
    .done = Asked the phone company
    .why = What came with the phone bill is looked into by the phone company. A card issuer knows nothing of it.
    .how =
        1. On the phone company’s page, open the list of payments by phone bill and note day, amount and shop.
        2. Use the contact on that page or on the bill. Do not use a number from a text message or mail.
        3. Say that you do not know the payment and ask them to look into it, and what the terms for a refund are.
        4. Note the name, the time and the reference number.
step-contact-pay-later = Ask the pay-later company
    .done = Asked the pay-later company
    .why = The company that you pay later can hold the payment and look into it. It is easiest before the bill is due.
    .how =
        1. Open its app or official site yourself and note day, amount and shop.
        2. Use the contact in the app and say that you do not know the payment. Do not use links from messages or mails.
        3. Ask what happens to the bill meanwhile, and when you will hear.
        4. Note the name, the time and the reference number.
step-ask-payment-hold = Ask the issuer to put the payment on hold
    .done = Asked the issuer whether the payment can be held
    .why = Some issuers hold the amount back while they investigate. It varies by issuer.
    .how =
        1. On the call, ask: “Can you hold this charge while you investigate?”
        2. If so, ask from which payment on.
        3. If not, ask when and how the money would come back.
step-keep-debit-funded = Keep money in the account
    .done = Made sure the account can pay the debit
    .why = { $region ->
            [jp] The usual course is that you are charged first and get the money back after the investigation. If the payment fails because the account is empty, it may be recorded as a missed payment.
           *[other] If a payment fails because the account is empty, it may be recorded as a missed payment.
        }
    .how =
        1. See on the statement when and how much will be taken.
        2. Keep more than that in the account.
        3. If you cannot pay, talk to the issuer before the day.
step-request-new-card = Ask for a card with a new number
    .done = Asked for a new card number
    .why = When charges nobody knows keep coming, somebody may have the number. A new number makes the old one useless.
    .how =
        1. On the call, ask the issuer to stop the card and send one with a new number.
        2. Ask how long it takes and how to pay in the meantime.
        3. When it comes, change the number wherever the card pays regularly.

## Get advice

step-report-police = Talk to the police
    .done = Talked to the police
    .why = It helps you put things in order, and leaves a record of what happened when.
    .how = { $region ->
            [jp]
                1. If it is not urgent, call the police advice line, #9110. Hours differ by prefecture.
                2. The National Police Agency’s page for cyber matters also takes it: www.npa.go.jp/bureau/cyber/soudan.html
                3. Say who, when, what and how, in that order. Show the statement and your pictures.
                4. Note the reference number and the name.
           *[other]
                1. Find your police’s line for matters that are not urgent, on its official site.
                2. Say who, when, what and how, in that order. Show the statement and your pictures.
                3. Note the reference number and the name.
        }
step-consumer-hotline = Ask a consumer advice service
    .done = Talked to a consumer advice service
    .why = When issuer or shop will not move, a neutral adviser can help, free of charge in many places.
    .how = { $region ->
            [jp]
                1. Call the consumer hotline, 188. Enter your postcode, and it connects you to the nearest centre.
                2. It can in principle be used every day except 29 December to 3 January. Advice is free; the call is charged.
                3. Some IP phones do not connect. Then look up the number of your town’s consumer centre.
                4. Have the list of charges and the record of your calls at hand.
           *[other]
                1. Find the public consumer advice service of your country or region, on its official site.
                2. Have the list of charges and the record of your calls at hand.
        }

## Get what is missing

step-get-order-export = Get your order data from Amazon
    .done = Got the order data from Amazon
    .why = Order data is missing, or does not cover every day or kind. With it, most charges that cannot be judged yet get an answer.
    .how =
        1. Type this address yourself and sign in: { site-data-request }
        2. Choose “Your Orders” (its name as of November 2026) from the list and send the request.
        3. Amazon sends a mail to confirm. Approve it only if it is the one you have just asked for.
        4. It takes from an hour to two days as a rule, and a month at most.
        5. Drop the ZIP here as it is, without opening it. Save it soon: the link expires.
step-get-missing-statement = Get the missing statement
    .done = Got the missing statement
    .why = For days without a statement, nobody can tell whether money came back.
    .how =
        1. Type your card issuer’s address yourself and sign in.
        2. On the statements page, choose the missing month.
        3. Save it as CSV.
        4. Drop the file here as it is.
step-monthly-check = Go through the statement once a month
    .done = Went through the statement
    .why = The sooner you notice, the better the chance of getting money back. If you keep your answers on this device, only what is new is left next time.
    .how =
        1. When the statement is final, drop its CSV into Mioboe.
        2. Look at new charges, refunds that have not come, prices that changed and coming renewals.
        3. Look at your orders, digital orders and subscriptions.
        4. Look at the devices that are signed in to Amazon.
