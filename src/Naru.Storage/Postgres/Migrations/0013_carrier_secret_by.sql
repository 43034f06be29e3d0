-- Who entered a carrier's credential. See Naru.Engine/Registry/CarrierSecret.cs.
ALTER TABLE carrier_secret ADD COLUMN entered_by text NOT NULL DEFAULT '';
