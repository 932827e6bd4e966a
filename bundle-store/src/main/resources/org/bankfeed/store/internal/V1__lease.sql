-- How long a lease lasts: changed by taking, renewing and releasing it.
create table term (
    job varchar(60) not null,
    company varchar(60) not null,
    token bigint not null,
    until_at timestamp(6) with time zone not null,
    primary key (job, company)
);

-- Whose writing counts. Apart from the term, so that a transaction that holds this row stops a takeover, but no renewal.
create table fence (
    job varchar(60) not null,
    company varchar(60) not null,
    token bigint not null,
    primary key (job, company)
);
