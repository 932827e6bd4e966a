-- Announced payments of ours that a line carried out, so that one that comes back out of a batch is known, and none is
-- told to be on its way any more. A row counts as long as its line's booking of that attempt stands.
CREATE TABLE executed (
    company        varchar(60)   NOT NULL,
    line           varchar(300)  NOT NULL,
    attempt        integer       NOT NULL,
    payment        varchar(1000) NOT NULL,
    end_to_end_id  varchar(1000) NOT NULL,
    batch          varchar(35),
    amount         bigint        NOT NULL,
    currency       varchar(3)    NOT NULL,
    expected       date          NOT NULL,
    documents      varchar       NOT NULL,
    PRIMARY KEY (company, line, attempt, payment)
);
CREATE INDEX executed_by_payment ON executed (company, payment);
