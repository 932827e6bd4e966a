-- Accounts that a link shares and that could not be read at its last reading; since when.
CREATE TABLE unreadable_account (
    company      varchar(60)   NOT NULL,
    connection   varchar(40)   NOT NULL,
    feed_account varchar(200)  NOT NULL,
    called       varchar(300)  NOT NULL,
    why          varchar(300)  NOT NULL,
    since        timestamp with time zone NOT NULL,
    PRIMARY KEY (company, connection, feed_account)
);
