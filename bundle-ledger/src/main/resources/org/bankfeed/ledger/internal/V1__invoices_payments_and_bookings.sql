-- Tables and columns carry OFBiz's names where OFBiz has the thing (Invoice, InvoiceItem, InvoiceTerm, InvoiceStatus,
-- Payment, PaymentApplication, EftAccount, SequenceValueItem). Every key begins with the company.

-- Which books these are: one row, made at the first start.
CREATE TABLE books (
    only_row integer PRIMARY KEY CHECK (only_row = 1),
    ledger_id varchar(36) NOT NULL
);

-- Numbers of a company's entries. A writer holds the row until it commits, so numbers become visible in their order.
CREATE TABLE sequence_value_item (
    company varchar(60) NOT NULL,
    seq_name varchar(60) NOT NULL,
    seq_id bigint NOT NULL,
    PRIMARY KEY (company, seq_name)
);

CREATE TABLE party (
    company varchar(60) NOT NULL,
    party_id varchar(60) NOT NULL,
    party_name varchar(255) NOT NULL,
    party_kind varchar(20) NOT NULL,
    PRIMARY KEY (company, party_id)
);

CREATE TABLE eft_account (
    company varchar(60) NOT NULL,
    party_id varchar(60) NOT NULL,
    account_number varchar(255) NOT NULL,
    account_type varchar(20) NOT NULL,
    account_seq_id integer NOT NULL,
    PRIMARY KEY (company, party_id, account_number, account_type),
    FOREIGN KEY (company, party_id) REFERENCES party (company, party_id)
);

-- OFBiz adds up total and outstanding at each reading. Here they stand in the row that every booking locks anyway, so
-- that the database itself proves that nothing is settled twice.
CREATE TABLE invoice (
    company varchar(60) NOT NULL,
    invoice_id varchar(60) NOT NULL,
    invoice_type_id varchar(20) NOT NULL,
    party_id_from varchar(60) NOT NULL,
    party_id varchar(60) NOT NULL,
    status_id varchar(20) NOT NULL,
    reference_number varchar(60) NOT NULL,
    payment_reference varchar(140),
    invoice_date date NOT NULL,
    due_date date NOT NULL,
    paid_date date,
    currency_uom_id varchar(3) NOT NULL,
    invoice_total numeric(19, 4) NOT NULL,
    outstanding numeric(19, 4) NOT NULL,
    changed_by_entry bigint NOT NULL,
    PRIMARY KEY (company, invoice_id),
    CHECK (invoice_total > 0),
    CHECK (outstanding >= 0),
    CHECK (outstanding <= invoice_total)
);
CREATE UNIQUE INDEX invoice_changed ON invoice (company, changed_by_entry);

CREATE TABLE invoice_item (
    company varchar(60) NOT NULL,
    invoice_id varchar(60) NOT NULL,
    invoice_item_seq_id varchar(5) NOT NULL,
    invoice_item_type_id varchar(20) NOT NULL,
    quantity numeric(18, 6) NOT NULL,
    amount numeric(19, 4) NOT NULL,
    PRIMARY KEY (company, invoice_id, invoice_item_seq_id),
    FOREIGN KEY (company, invoice_id) REFERENCES invoice (company, invoice_id)
);

CREATE TABLE invoice_term (
    company varchar(60) NOT NULL,
    invoice_id varchar(60) NOT NULL,
    term_type_id varchar(20) NOT NULL,
    term_amount numeric(19, 4) NOT NULL,
    last_day date NOT NULL,
    PRIMARY KEY (company, invoice_id, term_type_id),
    FOREIGN KEY (company, invoice_id) REFERENCES invoice (company, invoice_id)
);

CREATE TABLE invoice_status (
    company varchar(60) NOT NULL,
    invoice_id varchar(60) NOT NULL,
    entry bigint NOT NULL,
    status_id varchar(20) NOT NULL,
    status_date timestamp with time zone NOT NULL,
    change_by_user_login_id varchar(255) NOT NULL,
    reason varchar(255),
    PRIMARY KEY (company, invoice_id, entry),
    FOREIGN KEY (company, invoice_id) REFERENCES invoice (company, invoice_id)
);

CREATE TABLE booking (
    company varchar(60) NOT NULL,
    transaction_id varchar(200) NOT NULL,
    attempt integer NOT NULL,
    state varchar(10) NOT NULL,
    account_type varchar(20) NOT NULL,
    account_number varchar(255) NOT NULL,
    payment_method_id varchar(255),
    booking_date date NOT NULL,
    amount numeric(19, 4) NOT NULL,
    currency_uom_id varchar(3) NOT NULL,
    counterparty varchar(255),
    remittance varchar(2000),
    booked_by varchar(255) NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    reversed_by varchar(255),
    reversed_at timestamp with time zone,
    reversal_reason varchar(255),
    PRIMARY KEY (company, transaction_id, attempt)
);

CREATE TABLE payment (
    company varchar(60) NOT NULL,
    payment_id varchar(60) NOT NULL,
    entry bigint NOT NULL,
    origin varchar(10) NOT NULL,
    payment_type_id varchar(20) NOT NULL,
    payment_method_id varchar(255),
    party_id_from varchar(60),
    party_id_to varchar(60),
    status_id varchar(20) NOT NULL,
    effective_date date NOT NULL,
    payment_ref_num varchar(140),
    amount numeric(19, 4) NOT NULL,
    currency_uom_id varchar(3) NOT NULL,
    comments varchar(255),
    account_type varchar(20),
    account_number varchar(255),
    transaction_id varchar(200),
    attempt integer,
    PRIMARY KEY (company, payment_id),
    CHECK (amount > 0),
    FOREIGN KEY (company, transaction_id, attempt) REFERENCES booking (company, transaction_id, attempt)
);
CREATE INDEX payment_of_booking ON payment (company, transaction_id, attempt);
CREATE INDEX payment_by_day ON payment (company, origin, effective_date, payment_id);

-- A negative amount re-opens the invoice: it takes back an earlier booking, or reverses an application (named).
CREATE TABLE payment_application (
    company varchar(60) NOT NULL,
    payment_application_id varchar(60) NOT NULL,
    payment_id varchar(60) NOT NULL,
    invoice_id varchar(60) NOT NULL,
    amount_applied numeric(19, 4) NOT NULL,
    takes_back_transaction_id varchar(200),
    takes_back_attempt integer,
    reverses_application_id varchar(60),
    PRIMARY KEY (company, payment_application_id),
    FOREIGN KEY (company, payment_id) REFERENCES payment (company, payment_id),
    FOREIGN KEY (company, invoice_id) REFERENCES invoice (company, invoice_id)
);
CREATE INDEX application_of_payment ON payment_application (company, payment_id);
CREATE INDEX application_to_invoice ON payment_application (company, invoice_id);
CREATE INDEX application_taking_back ON payment_application (company, takes_back_transaction_id, takes_back_attempt);

-- Payments on their way: lines of payment files and collections that were sent to the bank.
CREATE TABLE announced_payment (
    company varchar(60) NOT NULL,
    announced_payment_id varchar(60) NOT NULL,
    end_to_end_id varchar(140),
    amount numeric(19, 4) NOT NULL,
    currency_uom_id varchar(3) NOT NULL,
    expected_date date NOT NULL,
    PRIMARY KEY (company, announced_payment_id)
);

CREATE TABLE announced_payment_invoice (
    company varchar(60) NOT NULL,
    announced_payment_id varchar(60) NOT NULL,
    invoice_id varchar(60) NOT NULL,
    PRIMARY KEY (company, announced_payment_id, invoice_id),
    FOREIGN KEY (company, announced_payment_id) REFERENCES announced_payment (company, announced_payment_id),
    FOREIGN KEY (company, invoice_id) REFERENCES invoice (company, invoice_id)
);
