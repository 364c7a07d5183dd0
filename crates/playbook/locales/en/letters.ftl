### Letters and scripts. Read and change them before you send them. The value is the text, .title the heading, .about when to use it, .subject the subject line.
### $charges, $orders and $records are finished lists. What is unknown is letter-blank. Never a full card number or a password.

letter-blank = ＿＿＿
letter-name = { $name ->
        [none] { letter-blank }
       *[known] { $name }
    }
letter-contact = { $contact ->
        [none] { letter-blank }
       *[known] { $contact }
    }
letter-issuer = { $issuer ->
        [none] { letter-blank }
       *[known] { $issuer }
    }
letter-signature = { $name ->
        [none] Name: { letter-blank }
       *[known] { $name }
    }
letter-own-contact = { $contact ->
        [none] Address, phone or e-mail: { letter-blank }
       *[known] { $contact }
    }
letter-to-issuer = { $issuer ->
        [none] Card issuer: { letter-blank }
       *[known] { $issuer }
    }

letter-where = { $paid ->
        [debit] my debit card
        [prepaid] my prepaid card
        [phone-bill] my phone bill
        [pay-later] my pay-later account
        [gift-balance] my gift card balance
        [app-store] my purchases with Apple or Google
       *[card] my card statement
    }
letter-balance = { $paid ->
        [gift-balance] {"\u000A"}Please also freeze what is left of the gift card balance until this is cleared up.
       *[other] {""}
    }

## What the dispute is

dispute-unauthorised = { $family ->
        [asked] Neither I nor my family recognise this.
       *[not-asked] I do not recognise this.
    }{ $traced ->
        [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
       *[other] {""}
    }
    .short = Not recognised
    .checked = { $traced ->
            [order] There is an order for it in my Amazon order data, and it was not placed by me.
            [none] I have compared my card statement with my Amazon order data, and there is no order for it.
            [amazon-pay] The statement shows it as a payment through Amazon Pay. Amazon’s order data does not hold those.
            [other-shop] I found it on my card statement. It is not a charge of Amazon’s.
            [look-alike] I found it on my card statement. I do not know which shop it is.
            [uncovered] I found it on my card statement. I do not have the order data of that day yet.
           *[some] I have compared my card statement with my Amazon order data.
        }
    .ask = { $traced ->
            [order] Please find out who placed this order, and reverse it. If it has not been sent yet, please stop it.
            [amazon-pay] Please find out from which account and to which shop this payment was made, and reverse it if I did not make it. If it belongs to another account, please at least tell me so.
            [look-alike] Please tell me whether this charge is yours at all. If it is not, please say so in writing.
           *[other] Please find out which account and which order it is for, and reverse it if it is not my order. If it belongs to another account, please at least tell me so.
        }
    .ask-issuer = { $traced ->
            [look-alike] Please tell me the shop’s full name and how to reach it, and reverse it if I did not make it.
           *[other] Please ask the merchant about it, and reverse it if I did not make it.
        }
dispute-charged-twice = One purchase was charged twice.
    .short = Charged twice
    .checked = { $traced ->
            [other-shop] The statement has two charges of the same amount on the same day.
            [look-alike] The statement has two charges of the same amount on the same day.
           *[amazon] According to Amazon’s order data, there is only one order.
        }
    .ask = Please look into it and return the second payment.
    .ask-issuer = Please see whether it was processed twice, and return the second payment.
dispute-cancelled = The order was cancelled, but the charge was not reversed.
    .short = Cancelled
    .checked = According to Amazon’s order data, it was cancelled.
    .ask = Please check the cancellation and reverse the charge.
    .ask-issuer = Please see whether the merchant has sent a reversal, and tell me what can be done if not.
dispute-refund-not-received = A refund was promised, and the money has not come.
    .short = Refund not received
    .checked = The refund does not show on my card statements.
    .ask = Please tell me the day, the amount and where the refund went. If it was not sent, please send it.
    .ask-issuer = Please see whether the merchant has sent a refund, and tell me what can be done if not.
dispute-wrong-amount = The amount charged is not the amount of the order.
    .short = Wrong amount
    .checked = I have compared the amounts in Amazon’s order data and on the statement.
    .ask = Please tell me what the amount is made up of, and correct it if it is wrong.
    .ask-issuer = Please ask the merchant what the amount is made up of, and correct it if it is wrong.
dispute-recurring-after-cancelling = The plan was charged after I had cancelled it.
    .short = Charged after cancelling
    .checked = I have compared the day of the cancellation in Amazon’s data with the day of the charge.
    .ask = Please check the cancellation and return what was charged after it.
    .ask-issuer = Please return what was charged after the cancellation, and tell me how to stop further charges.

letter-what-happened = { $dispute ->
        [charged-twice] { dispute-charged-twice }
        [cancelled] { dispute-cancelled }
        [refund-not-received] { dispute-refund-not-received }
        [wrong-amount] { dispute-wrong-amount }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling }
       *[unauthorised] { dispute-unauthorised }
    }
letter-what-was-checked = { $dispute ->
        [charged-twice] { dispute-charged-twice.checked }
        [cancelled] { dispute-cancelled.checked }
        [refund-not-received] { dispute-refund-not-received.checked }
        [wrong-amount] { dispute-wrong-amount.checked }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling.checked }
       *[unauthorised] { dispute-unauthorised.checked }
    }
letter-what-is-asked = { $dispute ->
        [charged-twice] { dispute-charged-twice.ask }
        [cancelled] { dispute-cancelled.ask }
        [refund-not-received] { dispute-refund-not-received.ask }
        [wrong-amount] { dispute-wrong-amount.ask }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling.ask }
       *[unauthorised] { dispute-unauthorised.ask }
    }
letter-what-is-asked-of-seller = { $dispute ->
        [unauthorised] This order was placed without my knowledge. Please stop it if it has not been sent. If it has, please tell me when it was sent and how it can be reversed.
       *[other] { letter-what-is-asked }
    }
letter-what-is-asked-of-issuer = { $dispute ->
        [charged-twice] { dispute-charged-twice.ask-issuer }
        [cancelled] { dispute-cancelled.ask-issuer }
        [refund-not-received] { dispute-refund-not-received.ask-issuer }
        [wrong-amount] { dispute-wrong-amount.ask-issuer }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling.ask-issuer }
       *[unauthorised] { dispute-unauthorised.ask-issuer }
    }

letter-records-held = { $traced ->
        [uncovered] Statements, screenshots, notes of calls and messages
        [look-alike] Statements, screenshots, notes of calls and messages
       *[compared] Statements, Amazon’s order data, screenshots, notes of calls and messages
    }
letter-details = { $details ->
        [none] {""}
       *[some] {"\u000A"}{ $details }
    }
letter-account-signs = { $account ->
        [none] {""}
       *[some] {"\u000A"}There are changes in my account, too. Please see whether anything else was changed.{"\u000A"}{ $account }
    }

## To Amazon

letter-amazon-message =
    Hello,

    Please look into the following on { letter-where }.

    Charges:
    { $charges }

    Orders concerned:
    { $orders }

    What happened:
    { letter-what-happened }{ letter-details }
    { letter-what-was-checked }{ letter-account-signs }

    What I am asking for:
    { letter-what-is-asked }{ letter-balance }
    Please answer in writing, so that I have a record.

    { letter-signature }
    { $today }
    .title = Message to Amazon
    .about = For chat or e-mail. Correct what is not as it happened before you send it. The topic is usually a problem with an order, then payment and billing.
    .subject = Please check a charge on my card
letter-amazon-phone =
    “I am calling about a charge on { letter-where }. My name is { letter-name }.”

    “It is about the following:”
    { $charges }

    “{ letter-what-happened }”{ letter-details }{ letter-account-signs }
    (If they ask for order numbers)
    { $orders }

    “{ letter-what-is-asked }”{ letter-balance }

    (At the end)
    “May I have your name and a reference number?”
    “When and how will I hear from you?”

    Note: do not tell anyone a password or a code, not on the phone either.
    .title = Phone script for Amazon
    .about = When you ask to be called, or instead of a chat.
letter-amazon-escalation =
    { $today }

    My earlier inquiry was answered but not resolved. Please have it reviewed by a senior member of staff.

    Charges:
    { $charges }

    Orders concerned:
    { $orders }

    What has happened so far:
    { $records }

    What is still open:
    { letter-what-happened }{ letter-details }

    What I am asking for:
    1. { letter-what-is-asked }
    2. Please tell me in writing what was looked into, and the reason for the decision.
    3. Please tell me when I can expect it.

    If it cannot be resolved, I will take this record to my card issuer and to a consumer advice service.

    { letter-signature }
    .title = Asking Amazon again
    .about = When the first answer did not resolve it.
    .subject = Second request: a charge on my card

## To a seller

letter-seller-message =
    Dear { $seller },

    Please look into the following order.

    Order:
    { $orders }

    Charges:
    { $charges }

    What happened:
    { letter-what-happened }{ letter-details }

    What I am asking for:
    { letter-what-is-asked-of-seller }
    Please answer through Amazon’s messages.

    { letter-signature }
    { $today }
    .title = Message to the seller
    .about = Sent from the order’s page through Amazon’s messages. There is no need to add your address or phone number.
    .subject = About the charge for my order

## To the card issuer

letter-issuer-phone =
    “I am calling about a charge on my statement. The name on the card is { letter-name }.”
    (Give only as much of the card number as they ask for to identify you, and only if you yourself called the number on the back of the card.)

    “It is about the following:”
    { $charges }

    “{ letter-what-happened }”{ letter-details }
    “{ letter-what-was-checked }”
    { $contacted ->
        [none] “I contacted Amazon on { letter-blank }.” (Or, if you have not yet: “I am about to contact Amazon.”)
       *[day] “I contacted Amazon on { $contacted }.”
    }

    (What to ask)
    “{ letter-what-is-asked-of-issuer }”
    { $dispute ->
        [refund-not-received] “If a refund has reached you, on which day, and on which statement will it be?”
       *[other] { $paid ->
            [debit] “By when will the money be back in my account?”
            [prepaid] “By when will the money be back on the card?”
           *[card] “Can you hold this payment while you investigate?”
        }
    }
    “What documents do you need, and how long will it take?”
    “What is the deadline for reporting it, and what is covered?”
    { $dispute ->
        [unauthorised] “I am worried that somebody has my card number. Should the card be stopped and replaced?”
       *[other] “If the shop does not resolve it, what can I do with you?”
    }

    (At the end)
    “May I have your name and a reference number?”
    .title = Phone script for the card issuer
    .about = Call the number on the back of your card yourself.
letter-issuer-letter =
    { $today }

    { letter-to-issuer }

    Name: { letter-name }
    Card ending in: { $card }

    Please investigate the following on my statement.

    Charges:
    { $charges }
    Total: { $amount }

    Reason:
    { letter-what-happened }{ letter-details }

    What I have done so far:
    { $records }

    What I am asking for:
    1. { letter-what-is-asked-of-issuer }
    2. Please tell me whether you can hold the payment while you investigate.
    3. Please tell me the result and the reason for it in writing.

    { $dispute ->
        [unauthorised] Enclosed: a copy of the statement
       *[other] Enclosed: copies of the statement and screenshots of the order, cancellation and refund
    }

    How to reach me: { letter-contact }
    .title = Letter to the card issuer
    .about = When they ask for it in writing after your call. Only the last four digits of the card are in it.
    .subject = Request to investigate a charge

## To card issuers by law

letter-us-fcba =
    { $today }

    { letter-signature }
    { letter-own-contact }

    { letter-to-issuer }
    Attn: Billing Inquiries

    Re: Notice of a billing error, account ending in { $card }

    To whom it may concern:

    I am writing to dispute the following on my account:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] The statement is in error because one purchase was charged twice.
        [cancelled] The statement is in error because the order was cancelled.
        [refund-not-received] The statement is in error because a credit I was promised has not been posted.
        [wrong-amount] The statement is in error because the amount charged is not the one I agreed to.
        [recurring-after-cancelling] The statement is in error because I had cancelled the subscription before this charge.
       *[unauthorised] The statement is in error because neither I nor anyone I authorized made what is listed above.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please correct the error, credit any finance or other charges related to it, and send me an accurate statement.

    This is a written notice under the Fair Credit Billing Act and Regulation Z, 12 CFR 1026.13.

    Enclosed are copies (not originals) of the statement and of the records I have.

    Sincerely,

    { letter-signature }
    .title = Letter to a US issuer (FCBA)
    .about = It must reach the address for billing inquiries within 60 days after the first statement with the charge was sent. That is not the address for payments.
    .subject = Notice of a billing error
letter-us-reg-e =
    { $today }

    { letter-signature }
    { letter-own-contact }

    { letter-to-issuer }

    Re: Notice of an error, account ending in { $card }

    To whom it may concern:

    I am writing to report an error in my account:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was taken from my account twice.
        [cancelled] The order was cancelled, and the money was not returned.
        [refund-not-received] A credit I was promised has not been posted.
        [wrong-amount] The amount taken is not the one I agreed to.
        [recurring-after-cancelling] I had cancelled the subscription before this was taken.
       *[unauthorised] Neither I nor anyone I authorized made what is listed above.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please investigate it and correct it. If you need more than 10 business days, please credit my account in the meantime, and tell me the result in writing.

    This is a notice of an error under the Electronic Fund Transfer Act and Regulation E, 12 CFR 1005.11.

    Sincerely,

    { letter-signature }
    .title = Letter to a US bank about a debit card (Regulation E)
    .about = Call first; a letter shows what you said and when. For a debit card or a bank account: credit cards have a letter of their own.
    .subject = Notice of an error
letter-uk-note =
    { $today }

    { letter-to-issuer }

    Card ending in { $card }

    Dear Sir or Madam,

    Please look into the following:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was charged twice. Please return the second payment.
        [cancelled] The order was cancelled, but the payment was not returned. If I paid by credit card and the item’s cash price was over £100 and not more than £30,000, please also treat this as a claim under section 75 of the Consumer Credit Act 1974.
        [refund-not-received] A refund I was promised has not come. If I paid by credit card and the item’s cash price was over £100 and not more than £30,000, please also treat this as a claim under section 75 of the Consumer Credit Act 1974.
        [wrong-amount] The amount taken is not the one I agreed to. Please return the difference.
        [recurring-after-cancelling] I had cancelled the subscription before this payment. Please return it and stop further ones.
       *[unauthorised] I did not authorise this, and neither did anyone I know of. If it was a payment from an account or a debit card, please refund it as regulation 76 of the Payment Services Regulations 2017 provides: no later than the end of the business day after you became aware of it.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please confirm in writing what you decide and why.

    Yours faithfully,

    { letter-signature }
    { letter-own-contact }
    .title = Letter to a UK issuer
    .about = A charge you did not make and a broken agreement with a shop rest on different laws.
    .subject = Disputed payment
letter-eu-note =
    { $today }

    { letter-to-issuer }

    Card ending in { $card }

    Dear Sir or Madam,

    I hereby notify you of the following:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was charged twice. Please return the second payment.
        [cancelled] The order was cancelled, but the payment was not returned. Please tell me how you can help me to get it back.
        [refund-not-received] A refund I was promised has not come. Please tell me how you can help me to get it.
        [wrong-amount] The amount taken is not the one I agreed to. Please return the difference.
        [recurring-after-cancelling] I had cancelled the subscription before this payment. Please return it and stop further ones.
       *[unauthorised] I did not authorise this payment. I give this notice without undue delay as article 71 of Directive (EU) 2015/2366 asks, and request the refund that its article 73 provides: at once, and no later than the end of the following business day.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please confirm in writing what you decide and why.

    Yours faithfully,

    { letter-signature }
    { letter-own-contact }
    .title = Letter to an issuer in the EU
    .about = Send it without delay when you notice, and no later than 13 months after the debit.
    .subject = Notice of a disputed payment

letter-issuer-note =
    { $today }

    { letter-to-issuer }

    Card ending in { $card }

    Dear Sir or Madam,

    Please look into the following:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was charged twice. Please return the second payment.
        [cancelled] The order was cancelled, but the payment was not returned. Please tell me how you can help me to get it back.
        [refund-not-received] A refund I was promised has not come. Please tell me how you can help me to get it.
        [wrong-amount] The amount taken is not the one I agreed to. Please return the difference.
        [recurring-after-cancelling] I had cancelled the subscription before this payment. Please return it and stop further ones.
       *[unauthorised] I did not authorise this, and neither did anyone I know of. Please stop further use of the card, investigate, and return the amount.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please confirm in writing that you have this letter, what you decide and why, and whom I can turn to if I do not agree.

    Yours faithfully,

    { letter-signature }
    { letter-own-contact }
    .title = Letter to the card issuer
    .about = When they ask for it in writing after your call. Only the last four digits of the card are in it.
    .subject = Disputed charge

## To others who hold the money

letter-carrier-phone =
    “I am calling about a payment on my phone bill. My name is { letter-name }.”

    “It is about the following:”
    { $charges }
    (Total: { $amount })

    “{ letter-what-happened }”{ letter-details }
    “{ letter-what-was-checked }”

    (What to ask)
    “Please find out to which shop and which account this went, and whether it can be taken off the bill.”
    “Please stop further payments through my phone bill until this is cleared up.”
    “What are the terms for a refund, and by when do I have to ask for it?”

    (At the end)
    “May I have your name and a reference number?”
    .title = Phone script for the phone company
    .about = For what was paid with the phone bill. Use the contact on the bill or on its own page.
letter-pay-later-message =
    Hello,

    Please look into the following:

    { $charges }
    Total: { $amount }

    { letter-what-happened }{ letter-details }
    { letter-what-was-checked }

    What I am asking for:
    1. { letter-what-is-asked-of-issuer }
    2. Please put this bill on hold while you look into it, and tell me that no fee will be added.
    3. Please tell me the result in writing.

    { letter-signature }
    { letter-own-contact }
    { $today }
    .title = Message to the pay-later company
    .about = Sent from its app or its official site, best before the bill is due.
    .subject = A payment that I dispute
letter-app-store-message =
    Hello,

    Please look into the following purchase:

    { $charges }
    Total: { $amount }

    { letter-what-happened }{ letter-details }
    { letter-what-was-checked }

    Please tell me with which account and in which app it was made, and refund it if it was not made by me or my family.

    { letter-signature }
    { letter-own-contact }
    { $today }
    .title = Message to Apple or Google
    .about = For the page on which Apple or Google takes a request for a refund.
    .subject = A purchase that I dispute

## Summaries for advice

letter-police-summary =
    Summary for advice, { $today }

    1. Who
    { letter-signature }
    { letter-own-contact }

    2. What happened
    { letter-what-happened }{ letter-details }

    3. When, where, how much
    { $charges }
    Total: { $amount }

    4. How I noticed
    { $traced ->
        [amazon-pay] By looking at the card statement.
        [other-shop] By looking at the card statement.
        [look-alike] By looking at the card statement.
        [uncovered] By looking at the card statement.
       *[compared] By comparing the card statement with Amazon’s order data.
    }
    Noticed on { $noticed }

    5. What happened to the account (devices, sign-ins, addresses)
    { $signs }

    6. What I have done so far
    { $records }

    7. Records I have
    { letter-records-held }
    .title = Summary for the police
    .about = To print or show: who, when, what and how, in that order.
letter-consumer-summary =
    Summary for advice, { $today }

    1. Who
    { letter-signature }
    { letter-own-contact }

    2. The other side
    { $traced ->
        [other-shop] The shop that the charge names
        [look-alike] The shop that the charge names
       *[amazon] Amazon, orders:
    }
    { $orders }
    Card issuer: { letter-issuer }

    3. What happened
    { letter-what-happened }{ letter-details }
    { $charges }
    Total: { $amount }

    4. What has happened so far
    { $records }

    5. What I would like
    { $traced ->
        [look-alike] { letter-what-is-asked-of-issuer }
       *[amazon] { letter-what-is-asked }
    }

    6. Records I have
    { letter-records-held }
    .title = Summary for a consumer advice service
    .about = To have at hand when you talk to a consumer advice service.
