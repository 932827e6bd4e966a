-- One row for each company. Who holds it (SELECT … FOR UPDATE) alone writes into the company's log, so that
-- sequences are committed in their order and a reader that saw one never misses a smaller one.
CREATE TABLE company (
    company        varchar(60) NOT NULL PRIMARY KEY,
    last_sequence  bigint      NOT NULL,
    last_arrival   bigint      NOT NULL
);

CREATE TABLE connection (
    company            varchar(60)  NOT NULL,
    id                 varchar(40)  NOT NULL,
    feed               varchar(200) NOT NULL,
    vault_owner        varchar(40)  NOT NULL,
    state              varchar(20)  NOT NULL,
    organization       varchar(200),
    organization_name  varchar(1000),
    since              timestamp with time zone NOT NULL,
    created_at         timestamp with time zone NOT NULL,
    last_read_at       timestamp with time zone,
    no_accounts_since  timestamp with time zone,
    problem            varchar(4000),
    PRIMARY KEY (company, id),
    UNIQUE (company, feed, organization)
);

-- Persons on their way to a provider. Only a digest of the state is kept: it is worth something until it is used.
CREATE TABLE pending_authorization (
    company       varchar(60)   NOT NULL,
    state_digest  varchar(64)   NOT NULL,
    connection    varchar(40)   NOT NULL,
    person        varchar(1000) NOT NULL,
    feed          varchar(200)  NOT NULL,
    redirect_uri  varchar(4000) NOT NULL,
    language      varchar(100)  NOT NULL,
    created_at    timestamp with time zone NOT NULL,
    PRIMARY KEY (company, state_digest)
);

CREATE TABLE account (
    company             varchar(60)   NOT NULL,
    id                  varchar(40)   NOT NULL,
    connection          varchar(40)   NOT NULL,
    reference_type      varchar(20)   NOT NULL,
    reference           varchar(200)  NOT NULL,
    currency            varchar(3)    NOT NULL,
    subtype             varchar(200)  NOT NULL,
    description         varchar(1000),
    holder              varchar(1000),
    institution         varchar(1000),
    zone                varchar(100)  NOT NULL,
    active              boolean       NOT NULL,
    count_from          date,
    host_account        varchar(1000),
    current_amount      numeric(38, 6),
    current_as_of       timestamp with time zone,
    available_amount    numeric(38, 6),
    available_as_of     timestamp with time zone,
    loaded              boolean       NOT NULL,
    entry_due           boolean       NOT NULL,
    line_count          bigint        NOT NULL,
    last_read_at        timestamp with time zone,
    synchronized_at     timestamp with time zone,
    authorized_at       timestamp with time zone,
    authorization_ends  timestamp with time zone,
    availability        varchar(20)   NOT NULL,
    availability_since  timestamp with time zone NOT NULL,
    not_shared_since    timestamp with time zone,
    last_failure        varchar(1000),
    problem             varchar(4000),
    PRIMARY KEY (company, id),
    UNIQUE (company, reference_type, reference, currency)
);

-- Every id that a provider ever gave an account. How far it was read belongs to that id.
CREATE TABLE account_alias (
    company       varchar(60)  NOT NULL,
    account       varchar(40)  NOT NULL,
    alias         integer      NOT NULL,
    feed          varchar(200) NOT NULL,
    feed_account  varchar(200) NOT NULL,
    shared        boolean      NOT NULL,
    complete      boolean      NOT NULL,
    same_ids      boolean      NOT NULL,
    read_position text         NOT NULL,
    lowest_order  bigint       NOT NULL,
    highest_order bigint       NOT NULL,
    since         timestamp with time zone NOT NULL,
    PRIMARY KEY (company, account, alias),
    UNIQUE (company, account, feed, feed_account)
);

CREATE TABLE line (
    company                 varchar(60)  NOT NULL,
    account                 varchar(40)  NOT NULL,
    feed_id                 varchar(200) NOT NULL,
    alias                   integer      NOT NULL,
    state                   varchar(20)  NOT NULL,
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
    problem                 varchar(4000),
    arrived_at              timestamp with time zone NOT NULL,
    arrival                 bigint       NOT NULL,
    bank_order              bigint       NOT NULL,
    shown_date              date         NOT NULL,
    content                 varchar(64),
    search_text             varchar(1000000) NOT NULL,
    logged                  boolean      NOT NULL,
    PRIMARY KEY (company, account, feed_id)
);
CREATE INDEX line_newest ON line (company, shown_date DESC, arrival DESC);
CREATE INDEX line_newest_of_account ON line (company, account, shown_date DESC, arrival DESC);
CREATE INDEX line_content ON line (company, account, content);

-- Under which id another link gave a line that was known already; content is what it said there.
CREATE TABLE line_alias (
    company  varchar(60)  NOT NULL,
    account  varchar(40)  NOT NULL,
    alias    integer      NOT NULL,
    feed_id  varchar(200) NOT NULL,
    line     varchar(200) NOT NULL,
    content  varchar(64)  NOT NULL,
    PRIMARY KEY (company, account, feed_id, alias)
);
CREATE INDEX line_alias_line ON line_alias (company, account, line, alias);

-- What the provider said of a line before it said something else.
CREATE TABLE former_raw (
    company      varchar(60)  NOT NULL,
    account      varchar(40)  NOT NULL,
    feed_id      varchar(200) NOT NULL,
    replaced_at  timestamp with time zone NOT NULL,
    arrival      bigint       NOT NULL,
    raw          text         NOT NULL,
    PRIMARY KEY (company, account, feed_id, arrival)
);

-- Raw lines that wait to be read again.
CREATE TABLE unreadable (
    company  varchar(60)   NOT NULL,
    account  varchar(40)   NOT NULL,
    feed_id  varchar(200)  NOT NULL,
    alias    integer       NOT NULL,
    raw      text          NOT NULL,
    why      varchar(4000) NOT NULL,
    since    timestamp with time zone NOT NULL,
    PRIMARY KEY (company, account, feed_id)
);

CREATE TABLE changed_amount (
    company   varchar(60)    NOT NULL,
    account   varchar(40)    NOT NULL,
    feed_id   varchar(200)   NOT NULL,
    amount    numeric(38, 6) NOT NULL,
    currency  varchar(3)     NOT NULL,
    since     timestamp with time zone NOT NULL,
    PRIMARY KEY (company, account, feed_id)
);

CREATE TABLE pending_line (
    company                 varchar(60)  NOT NULL,
    account                 varchar(40)  NOT NULL,
    alias                   integer      NOT NULL,
    place                   integer      NOT NULL,
    feed_id                 varchar(200) NOT NULL,
    state                   varchar(20)  NOT NULL,
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
    problem                 varchar(4000),
    arrived_at              timestamp with time zone NOT NULL,
    PRIMARY KEY (company, account, alias, place)
);

CREATE TABLE journal_log (
    company     varchar(60)  NOT NULL,
    sequence    bigint       NOT NULL,
    kind        varchar(20)  NOT NULL,
    account     varchar(40)  NOT NULL,
    feed_id     varchar(200) NOT NULL,
    entered_at  timestamp with time zone NOT NULL,
    PRIMARY KEY (company, sequence)
);
