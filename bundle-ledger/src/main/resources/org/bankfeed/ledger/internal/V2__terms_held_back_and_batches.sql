-- A document may have several terms, as in OFBiz: a discount for early payment, and a term for each part held back by
-- contract or law. A part held back has no last day but the first one on which it is owed, where there is one. The table
-- is made anew because databases do not agree on how to change a key.
CREATE TABLE several_terms (
    company varchar(60) NOT NULL,
    invoice_id varchar(60) NOT NULL,
    invoice_term_id varchar(5) NOT NULL,
    term_type_id varchar(30) NOT NULL,
    term_amount numeric(19, 4) NOT NULL,
    last_day date,
    due_date date,
    PRIMARY KEY (company, invoice_id, invoice_term_id),
    FOREIGN KEY (company, invoice_id) REFERENCES invoice (company, invoice_id)
);
INSERT INTO several_terms (company, invoice_id, invoice_term_id, term_type_id, term_amount, last_day)
SELECT company, invoice_id, '00001', term_type_id, term_amount, last_day FROM invoice_term;
DROP TABLE invoice_term;
ALTER TABLE several_terms RENAME TO invoice_term;

-- The file or part of a file that the bank books as one line.
ALTER TABLE announced_payment ADD COLUMN batch_id varchar(35);
