-- The keys that encrypt a company's secrets, each encrypted by a master key. The newest number is used for writing.
create table data_key (
    company varchar(60) not null,
    number bigint not null,
    id varchar(32) not null,
    master_key_id varchar(32) not null,
    nonce bytea not null,
    sealed bytea not null,
    rotation bigint not null,
    made_at timestamp(6) with time zone not null,
    primary key (company, number),
    unique (company, id)
);

create table rotation (
    number bigint not null primary key,
    master_key_id varchar(32) not null,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone
);

-- how often a turn was taken; apart from the row that its holder keeps locked
create table turn_fence (
    company varchar(60) not null,
    owner varchar(100) not null,
    token bigint not null,
    primary key (company, owner)
);
