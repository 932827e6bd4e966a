-- Finds the few webhooks of which lines are missing among all of them.
CREATE INDEX event_missing ON event (company, missing);
