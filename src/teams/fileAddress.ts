import { BlockList, isIPv6 } from "node:net";

/** Whose addresses a file may be read from or put to; an activity's own word for it is not trusted. */
export type FilePlaces =
  /** Local mode. */
  | { readonly kind: "thisMachine" }
  /** Host names of the tenant's SharePoint; none when Drumbeat was not told them. */
  | { readonly kind: "sharePoint"; readonly hosts: readonly string[] };

const loopback = ["127.0.0.1", "localhost", "[::1]"];

/** @returns why the address is not to be opened, for people to read; undefined when it may be */
export function addressRefusal(address: string, places: FilePlaces): string | undefined {
  if (!URL.canParse(address)) return "its address can't be read";
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username !== "" || password !== "") return "its address holds a password";
  if (places.kind === "thisMachine") {
    const isWeb = protocol === "http:" || protocol === "https:";
    return isWeb && loopback.includes(hostname) ? undefined : "in local mode I only open files on this machine";
  }
  if (places.hosts.length === 0) return "I was not told this organisation's SharePoint address (whoever looks after Drumbeat sets DRUMBEAT_SHAREPOINT_HOST)";
  const isOurs = protocol === "https:" && port === "" && places.hosts.includes(hostname);
  return isOurs ? undefined : "it is not kept in this organisation's own SharePoint or OneDrive";
}

/**
 * The hosts of a tenant: for `contoso.sharepoint.com` the site's and OneDrive's, `contoso-my.sharepoint.com`.
 *
 * @param names - as configured: `contoso.sharepoint.com`; several where a tenant has its data in several regions
 */
export function sharePointHosts(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const tenant = name.toLowerCase().replace(/\.sharepoint\.com$/, "");
    return [`${tenant}.sharepoint.com`, `${tenant.replace(/-my$/, "")}-my.sharepoint.com`];
  });
}

/*
 * Addresses that lead nowhere public, from IANA's special-purpose registries. Of IPv6 only global unicast is public, less
 * what carries an IPv4 address or is kept for protocols and documentation.
 */
const notPublic = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  notPublic.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  notPublic.addSubnet(network, bits, "ipv6");
}
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address, as a name resolved to it, is reached through the public network. */
export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !notPublic.check(address, "ipv4");
  return globalUnicast.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}
