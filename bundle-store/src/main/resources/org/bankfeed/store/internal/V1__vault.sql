create table secret (
    company varchar(60) not null,
    owner varchar(100) not null,
    name varchar(100) not null,
    key_id varchar(32) not null,
    nonce bytea not null,
    sealed bytea not null,
    changed_at timestamp(6) with time zone not null,
    primary key (company, owner, name)
);

-- one row for each thing whose secrets somebody works on alone
create table turn (
    company varchar(60) not null,
    owner varchar(100) not null,
    primary key (company, owner)
);
