using System.Text;

namespace EppClient.Tests.Schemas;

/// <summary>Messages to validate, as text.</summary>
internal static class Messages
{
    public static byte[] Utf8(string message) => Encoding.UTF8.GetBytes(message);

    public static byte[] Epp(string content) => Utf8($"""<?xml version="1.0" encoding="utf-8"?><epp xmlns="urn:ietf:params:xml:ns:epp-1.0">{content}</epp>""");

    public static byte[] Login(string password) => Epp($"""
        <command><login><clID>REG-1</clID><pw>{password}</pw><options><version>1.0</version><lang>en</lang></options>
        <svcs><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI></svcs></login><clTRID>ABC-1</clTRID></command>
        """);

    public static byte[] DomainRenew(string name, string unit) => Epp($"""
        <command><renew><domain:renew xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>{name}</domain:name>
        <domain:curExpDate>2027-06-30</domain:curExpDate><domain:period unit="{unit}">1</domain:period></domain:renew></renew></command>
        """);

    public static byte[] DomainInfo(string extension) => Epp($"""
        <command><info><domain:info xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>a.example</domain:name></domain:info></info>
        <extension>{extension}</extension></command>
        """);

    public static byte[] TransferResponse(string decision) => Epp($"""
        <response><result code="1000"><msg>OK</msg></result><resData><domain:trnData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">
        <domain:name>a.example</domain:name><domain:trStatus>pending</domain:trStatus><domain:reID>REG-1</domain:reID>
        <domain:reDate>2026-11-01T00:00:00.0Z</domain:reDate>{decision}</domain:trnData></resData><trID><svTRID>S-1</svTRID></trID></response>
        """);
}
