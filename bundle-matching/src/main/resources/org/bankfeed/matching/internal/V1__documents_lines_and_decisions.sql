-- One row for each company. Who holds it (SELECT … FOR UPDATE) alone decides; the revision tells a node whether the book
-- that it holds in memory is still what is written here.
CREATE TABLE company (
    company           varchar(60)  NOT NULL PRIMARY KEY,
    ledger            varchar(200),
    tied              boolean      NOT NULL,
    ledger_position   varchar(200) NOT NULL,
    journal_position  bigint       NOT NULL,
    last_sequence     bigint       NOT NULL,
    revision          bigint       NOT NULL
);

-- Documents as the ledger last told them. Base is what would be open without the lines below, in minor units.
CREATE TABLE item (
    company           varchar(60)   NOT NULL,
    id                varchar(60)   NOT NULL,
    direction         varchar(10)   NOT NULL,
    type              varchar(15)   NOT NULL,
    state             varchar(10)   NOT NULL,
    number            varchar(1000) NOT NULL,
    party_id          varchar(1000) NOT NULL,
    party_name        varchar(4000) NOT NULL,
    party_kind        varchar(10)   NOT NULL,
    accounts          varchar(8000) NOT NULL,
    currency          varchar(3)    NOT NULL,
    total             bigint        NOT NULL,
    outstanding       bigint        NOT NULL,
    issue_date        date          NOT NULL,
    due_date          date          NOT NULL,
    reference         varchar(1000),
    discount          bigint,
    discount_day      date,
    base              bigint        NOT NULL,
    sequence          bigint        NOT NULL,
    closed_day        date,
    closed_sequence   bigint,
    PRIMARY KEY (company, id)
);
CREATE INDEX item_by_due ON item (company, due_date, number, id);

-- Bank lines as matching read them, and what was decided of each.
CREATE TABLE line (
    company           varchar(60)   NOT NULL,
    id                varchar(300)  NOT NULL,
    sequence          bigint        NOT NULL,
    account           varchar(40)   NOT NULL,
    own_account       varchar(200)  NOT NULL,
    host_account      varchar(1000),
    bank_day          date          NOT NULL,
    amount            bigint        NOT NULL,
    currency          varchar(3)    NOT NULL,
    name              varchar(4000) NOT NULL,
    counterpart       varchar(1000) NOT NULL,
    remittance        varchar(8000) NOT NULL,
    structured        boolean       NOT NULL,
    code              varchar(200)  NOT NULL,
    end_to_end_id     varchar(1000) NOT NULL,
    mandate           varchar(1000) NOT NULL,
    creditor          varchar(1000) NOT NULL,
    more              varchar(8000) NOT NULL,
    state             varchar(20)   NOT NULL,
    booking           varchar(20)   NOT NULL,
    confidence        varchar(30)   NOT NULL,
    words             varchar         NOT NULL,
    attempt           integer       NOT NULL,
    version           bigint        NOT NULL,
    decided_by        varchar(1000),
    decided_at        timestamp with time zone NOT NULL,
    problem           varchar(4000),
    by_person         boolean       NOT NULL,
    left_open         boolean       NOT NULL,
    settled_item      varchar(60),
    host_payment      varchar(1000),
    changed_sequence  bigint        NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX line_by_sequence ON line (company, sequence);
CREATE INDEX line_by_state ON line (company, state, sequence);
CREATE INDEX line_by_booking ON line (company, booking, sequence);

-- What the decided lines settle, in minor units; the ledger holds or will hold the same.
CREATE TABLE share (
    company            varchar(60)  NOT NULL,
    line               varchar(300) NOT NULL,
    place              integer      NOT NULL,
    document           varchar(60)  NOT NULL,
    amount             bigint       NOT NULL,
    write_off          bigint       NOT NULL,
    takes_back         varchar(300),
    takes_back_attempt integer,
    PRIMARY KEY (company, line, place)
);
CREATE INDEX share_by_document ON share (company, document);
CREATE INDEX share_by_taken_back ON share (company, takes_back);
