-- When a company was read last, and whether something asks for a reading at once: hints are counted, not timed, so that
-- one that comes while a reading runs is answered by the next.
CREATE TABLE reading (
    company   varchar(60) NOT NULL PRIMARY KEY,
    read_at   timestamp with time zone,
    hints     bigint      NOT NULL,
    answered  bigint      NOT NULL,
    again_at  timestamp with time zone
);

-- Why a link is broken, and when the provider told that its user ended it.
ALTER TABLE connection ADD COLUMN cause varchar(20);
ALTER TABLE connection ADD COLUMN revocation_told_at timestamp with time zone;

-- Since when our own means (certificate, client, secret) are refused, or the feed is not there.
ALTER TABLE connection ADD COLUMN fault_since timestamp with time zone;

-- Whether the organization was seen to have given the provider all that it must, and since when it was seen not to.
ALTER TABLE connection ADD COLUMN onboarded boolean DEFAULT FALSE NOT NULL;
ALTER TABLE connection ADD COLUMN onboarding_since timestamp with time zone;

-- Since when the provider's synchronizations with the bank fail, for another reason than the consent.
ALTER TABLE account ADD COLUMN failing_since timestamp with time zone;
