-- Links that a person ended here and of whose end the provider could not be told yet. Their secrets stay until it is.
CREATE TABLE owed_ending (
    company            varchar(60)  NOT NULL,
    vault_owner        varchar(40)  NOT NULL,
    connection         varchar(40)  NOT NULL,
    feed               varchar(200) NOT NULL,
    organization       varchar(200),
    organization_name  varchar(1000),
    since              timestamp with time zone NOT NULL,
    PRIMARY KEY (company, vault_owner)
);

-- What feeds say is wrong with their own means, and since when a reading found it so.
CREATE TABLE feed_fault (
    feed   varchar(200) NOT NULL PRIMARY KEY,
    since  timestamp with time zone NOT NULL
);

-- By which credentials a link stands that no person made: it is known by them where the provider does not say whose they are.
ALTER TABLE connection ADD COLUMN credentials varchar(200);
