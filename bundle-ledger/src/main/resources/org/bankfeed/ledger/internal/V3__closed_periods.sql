-- Up to which day a company's periods are closed (OFBiz: CustomTimePeriod.isClosed of each).
CREATE TABLE closed_period (
    company varchar(60) NOT NULL PRIMARY KEY,
    closed_until date NOT NULL
);

-- On which day the counter-entry stands: that of the booking, or the first open one after it.
ALTER TABLE booking ADD COLUMN reversal_date date;
