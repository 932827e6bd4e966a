-- Whose maintenance keeps an account from being asked, and until when, as far as the provider says.
ALTER TABLE account ADD COLUMN maintenance varchar(20);
ALTER TABLE account ADD COLUMN maintenance_until timestamp with time zone;

-- What came of the last return of each connection. The numbers are there when read_at is.
CREATE TABLE reconnect (
    company      varchar(60) NOT NULL,
    connection   varchar(40) NOT NULL,
    returned_at  timestamp with time zone NOT NULL,
    gap_from     timestamp with time zone NOT NULL,
    read_at      timestamp with time zone,
    recognized   bigint      NOT NULL,
    doubled      bigint      NOT NULL,
    lost         bigint      NOT NULL,
    filled       bigint      NOT NULL,
    PRIMARY KEY (company, connection)
);

-- Its accounts that were known before, and how far they were: what arrived later came after the return.
CREATE TABLE reconnect_account (
    company     varchar(60) NOT NULL,
    connection  varchar(40) NOT NULL,
    account     varchar(40) NOT NULL,
    arrival     bigint      NOT NULL,
    alias       integer     NOT NULL,
    PRIMARY KEY (company, connection, account)
);
