-- What a person said of a fact that lines taught: that it is to be forgotten, or that it is so (corrected: as he reads it).
CREATE TABLE fact_said (
    company    varchar(60)   NOT NULL,
    sequence   bigint        NOT NULL,
    fact_key   varchar(4000) NOT NULL,
    party_id   varchar(1000) NOT NULL,
    corrected  varchar(4000),
    said_by    varchar(1000) NOT NULL,
    said_at    timestamp with time zone NOT NULL,
    PRIMARY KEY (company, sequence)
);
