import { expect, test } from "@jest/globals";
import { addressRefusal, type FilePlaces, isPublicAddress, sharePointHosts } from "../../src/teams/fileAddress.ts";

const council: FilePlaces = { kind: "sharePoint", hosts: sharePointHosts(["contoso.sharepoint.com"]) };
const local: FilePlaces = { kind: "thisMachine" };

test.each([
  "https://contoso.sharepoint.com/sites/a/download.aspx?tempauth=x",
  "https://contoso-my.sharepoint.com/personal/a_contoso/plan.xlsx",
  "https://CONTOSO.SharePoint.com:443/plan.xlsx",
])("%s is the tenant's own", (address) => {
  expect(addressRefusal(address, council)).toBeUndefined();
});

test.each([
  "http://contoso.sharepoint.com/plan",
  "https://contoso.sharepoint.com:8443/plan",
  "https://fabrikam.sharepoint.com/plan",
  "https://evil-contoso.sharepoint.com/plan",
  "https://contoso.sharepoint.com.evil.example/plan",
  "https://contoso.sharepoint.com@evil.example/plan",
  "https://user:pass@contoso.sharepoint.com/plan",
  "https://127.0.0.1/plan",
  "https://169.254.169.254/latest",
  "file:///etc/passwd",
  "data:text/csv,a",
  "plan.csv",
  "",
])("%s is not opened", (address) => {
  expect(addressRefusal(address, council)).toEqual(expect.any(String));
});

test("without the tenant's host nothing is opened, and it is said what to set", () => {
  expect(addressRefusal("https://contoso.sharepoint.com/plan", { kind: "sharePoint", hosts: [] })).toContain("DRUMBEAT_SHAREPOINT_HOST");
});

test.each(["http://127.0.0.1:8080/plan", "http://localhost/plan", "http://[::1]:1/plan", "http://2130706433/plan"])(
  "in local mode %s is on this machine",
  (address) => {
    expect(addressRefusal(address, local)).toBeUndefined();
  },
);

test.each(["http://127.0.0.2/plan", "http://10.0.0.1/plan", "https://contoso.sharepoint.com/plan", "ftp://127.0.0.1/plan"])(
  "in local mode %s is not",
  (address) => {
    expect(addressRefusal(address, local)).toEqual(expect.any(String));
  },
);

test.each(["13.107.136.10", "2620:1ec:8f8::10", "2603:1061:1300::1"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.31.255.255",
  "192.168.0.1",
  "198.19.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "fc00::1",
  "fe80::1",
  "2002:a00:1::",
  "2001:db8::1",
])("%s is not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
