-- Payments of ours as the host announced them, from which place in the order of arrival to which: so that open lines are
-- judged again when one comes, and the past can be played as it was. One that was told again after it was gone has a row
-- more.
CREATE TABLE announced (
    company        varchar(60)   NOT NULL,
    payment        varchar(1000) NOT NULL,
    came           bigint        NOT NULL,
    gone           bigint,
    end_to_end_id  varchar(1000) NOT NULL,
    batch          varchar(35),
    amount         bigint        NOT NULL,
    currency       varchar(3)    NOT NULL,
    expected       date          NOT NULL,
    documents      varchar       NOT NULL,
    PRIMARY KEY (company, payment, came)
);
CREATE INDEX announced_by_coming ON announced (company, came);
CREATE INDEX announced_by_going ON announced (company, gone);
