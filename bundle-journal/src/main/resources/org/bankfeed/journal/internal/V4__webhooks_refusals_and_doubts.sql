-- Webhooks that were believed: once for each company whose link they concern, or under the company '' if nobody's.
CREATE TABLE event (
    company       varchar(60)   NOT NULL,
    feed          varchar(200)  NOT NULL,
    id            varchar(200)  NOT NULL,
    connection    varchar(40)   NOT NULL,
    kind          varchar(40)   NOT NULL,
    type          varchar(200)  NOT NULL,
    feed_account  varchar(200),
    told          integer,
    missing       integer       NOT NULL,
    created_at    timestamp with time zone,
    received_at   timestamp with time zone NOT NULL,
    deliveries    integer       NOT NULL,
    state         varchar(20)   NOT NULL,
    sentence      varchar(4000) NOT NULL,
    PRIMARY KEY (company, feed, id)
);
CREATE INDEX event_newest ON event (company, received_at DESC, id);
CREATE INDEX event_waiting ON event (state, company, connection);
CREATE INDEX event_received ON event (received_at);

-- Ids of deliveries, so long as one of them could be played again.
CREATE TABLE delivery (
    feed         varchar(200) NOT NULL,
    delivery_id  varchar(200) NOT NULL,
    ends         timestamp with time zone NOT NULL,
    PRIMARY KEY (feed, delivery_id)
);
CREATE INDEX delivery_ends ON delivery (ends);

CREATE INDEX connection_organization ON connection (feed, organization);

-- Bad input, by its kind; under the company '' what came by the webhook door.
CREATE TABLE refusal (
    company        varchar(60)   NOT NULL,
    kind           varchar(20)   NOT NULL,
    refused        bigint        NOT NULL,
    last_at        timestamp with time zone NOT NULL,
    last_sentence  varchar(1000) NOT NULL,
    PRIMARY KEY (company, kind)
);

-- How many lines came for the first time under an alias with one page, and how many of them a webhook had told of.
CREATE TABLE arrival_count (
    company     varchar(60) NOT NULL,
    account     varchar(40) NOT NULL,
    alias       integer     NOT NULL,
    arrived_at  timestamp with time zone NOT NULL,
    came        integer     NOT NULL,
    told        integer     NOT NULL,
    PRIMARY KEY (company, account, alias, arrived_at)
);

-- Lines that were like one of before without being equal to it, and what a person said of them.
CREATE TABLE doubt (
    company     varchar(60)  NOT NULL,
    account     varchar(40)  NOT NULL,
    feed_id     varchar(200) NOT NULL,
    alias       integer      NOT NULL,
    since       timestamp with time zone NOT NULL,
    decision    varchar(20),
    known       varchar(200),
    decided_at  timestamp with time zone,
    PRIMARY KEY (company, account, feed_id)
);

-- Lines that a person said to be the same as another: kept as they came, in case he takes it back.
CREATE TABLE same_line (
    company                 varchar(60)  NOT NULL,
    account                 varchar(40)  NOT NULL,
    feed_id                 varchar(200) NOT NULL,
    alias                   integer      NOT NULL,
    raw                     text         NOT NULL,
    amount                  numeric(38, 6),
    currency                varchar(3),
    execution_date          date,
    value_date              date,
    counterparty_name       varchar(100000),
    counterparty_account    varchar(100000),
    remittance              varchar(100000),
    remittance_type         varchar(20),
    description             varchar(100000),
    bank_code               varchar(100000),
    proprietary_code        varchar(100000),
    end_to_end_id           varchar(100000),
    mandate_id              varchar(100000),
    creditor_id             varchar(100000),
    purpose_code            varchar(100000),
    additional_information  varchar(100000),
    arrived_at              timestamp with time zone NOT NULL,
    arrival                 bigint       NOT NULL,
    bank_order              bigint       NOT NULL,
    shown_date              date         NOT NULL,
    content                 varchar(64),
    search_text             varchar(1000000) NOT NULL,
    PRIMARY KEY (company, account, feed_id)
);

-- The line by which a person's word made this an id of the other one; null where the contents were equal.
ALTER TABLE line_alias ADD COLUMN said_of varchar(200);

ALTER TABLE reconnect ADD COLUMN doubtful bigint DEFAULT 0 NOT NULL;

-- Accounts that a link shares too, though another one of the company reads them.
CREATE TABLE shared_twice (
    company     varchar(60) NOT NULL,
    connection  varchar(40) NOT NULL,
    account     varchar(40) NOT NULL,
    since       timestamp with time zone NOT NULL,
    PRIMARY KEY (company, connection, account)
);
