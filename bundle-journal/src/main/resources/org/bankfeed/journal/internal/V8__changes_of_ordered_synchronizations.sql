-- Synchronizations that a person ordered and that are done, or were left to themselves: what they changed is still to be
-- read, however old its lines are.
CREATE TABLE ordered_change (
    company          varchar(60)  NOT NULL,
    feed             varchar(200) NOT NULL,
    feed_account     varchar(200) NOT NULL,
    synchronization  varchar(200) NOT NULL,
    ordered_at       timestamp with time zone NOT NULL,
    PRIMARY KEY (company, feed, feed_account, synchronization)
);
