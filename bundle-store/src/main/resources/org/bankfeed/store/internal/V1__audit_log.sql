create table head (
    company varchar(60) not null primary key,
    number bigint not null,
    hash bytea not null
);

create table entry (
    company varchar(60) not null,
    number bigint not null,
    at timestamp(6) with time zone not null,
    person varchar not null,
    roles varchar not null,
    channel varchar not null,
    act varchar not null,
    subject varchar(300) not null,
    sentence varchar not null,
    previous bytea not null,
    hash bytea not null,
    primary key (company, number)
);

create index entry_of_subject on entry (company, subject);
