/**
 * Hours that a tariff prices alike ("poste horo-saisonnier" of the network tariff, "poste horaire" of a
 * supplier's offer), by the codes that meters and bills use.
 *
 * BASE: all hours · HP, HC: peak and off-peak · P: winter peaks ("pointe") · HPH, HCH, HPB, HCB: the same
 * in high and low season · HPJB to HCJR: blue, white and red days ("Tempo") · HN, HPM: normal hours and
 * mobile peaks ("EJP").
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 6, which prints HP and HC; the operator's interface has P, HPH,
 *   HCH, HPB and HCB; the others are those of suppliers' offers [I].
 */
export type TariffPeriod =
  | "BASE"
  | "HP"
  | "HC"
  | "P"
  | "HPH"
  | "HCH"
  | "HPB"
  | "HCB"
  | "HPJB"
  | "HCJB"
  | "HPJW"
  | "HCJW"
  | "HPJR"
  | "HCJR"
  | "HN"
  | "HPM";
