-- Payment files that were sent to the bank. A file is known by what it calls itself; the digest tells whether another one
-- bears the same name.
CREATE TABLE payment_file (
    company varchar(60) NOT NULL,
    message_id varchar(35) NOT NULL,
    entry bigint NOT NULL,
    kind varchar(20) NOT NULL,
    digest varchar(64) NOT NULL,
    expected_date date NOT NULL,
    accounts varchar NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    announced_by varchar(255) NOT NULL,
    PRIMARY KEY (company, message_id)
);
CREATE INDEX payment_file_by_entry ON payment_file (company, entry);

-- How an announced payment stands: ANNOUNCED, EXECUTED by a booking, or WITHDRAWN by a person.
ALTER TABLE announced_payment ADD COLUMN status_id varchar(10) DEFAULT 'ANNOUNCED' NOT NULL;
ALTER TABLE announced_payment ADD COLUMN message_id varchar(35);
ALTER TABLE announced_payment ADD COLUMN place integer;
ALTER TABLE announced_payment ADD COLUMN party_name varchar(140);
ALTER TABLE announced_payment ADD COLUMN account_type varchar(20);
ALTER TABLE announced_payment ADD COLUMN account_number varchar(255);
ALTER TABLE announced_payment ADD COLUMN remittance varchar(2000);
ALTER TABLE announced_payment ADD COLUMN transaction_id varchar(200);
ALTER TABLE announced_payment ADD COLUMN attempt integer;
ALTER TABLE announced_payment ADD COLUMN status_date date;
ALTER TABLE announced_payment ADD COLUMN change_by_user_login_id varchar(255);
CREATE INDEX announced_by_status ON announced_payment (company, status_id, expected_date);
CREATE INDEX announced_of_file ON announced_payment (company, message_id, place);
CREATE INDEX announced_of_booking ON announced_payment (company, transaction_id, attempt);
CREATE INDEX invoice_by_status ON invoice (company, status_id, paid_date);
