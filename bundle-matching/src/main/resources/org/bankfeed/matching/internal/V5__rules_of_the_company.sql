-- What a company has ruled. A removed rule stays, because lines and the log name it.
CREATE TABLE rule (
    company           varchar(60)   NOT NULL,
    id                varchar(20)   NOT NULL,
    made              integer       NOT NULL,
    state             varchar(10)   NOT NULL,
    content           varchar(4000) NOT NULL,
    version           bigint        NOT NULL,
    changed_by        varchar(1000) NOT NULL,
    changed_at        timestamp with time zone NOT NULL,
    tried_by          varchar(1000),
    tried_at          timestamp with time zone,
    tried_more        bigint,
    tried_against     bigint,
    tried_fewer       bigint,
    tried_fewer_wrong bigint,
    PRIMARY KEY (company, id)
);

CREATE TABLE rule_change (
    company           varchar(60)   NOT NULL,
    rule              varchar(20)   NOT NULL,
    version           bigint        NOT NULL,
    act               varchar(20)   NOT NULL,
    person            varchar(1000) NOT NULL,
    changed_at        timestamp with time zone NOT NULL,
    PRIMARY KEY (company, rule, version)
);

-- Which rule settled a line as no invoice.
ALTER TABLE line ADD COLUMN rule varchar(20);
CREATE INDEX line_by_rule ON line (company, rule);
