-- Who entered a carrier's credential. See Naru.Engine/Registry/CarrierSecret.cs.
ALTER TABLE carrier_secret ADD COLUMN entered_by TEXT NOT NULL DEFAULT '';
