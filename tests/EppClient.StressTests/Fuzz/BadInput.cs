using System.Text;

namespace EppClient.StressTests.Fuzz;

/// <summary>Messages from attackers and defective servers, by name.</summary>
internal static class BadInput
{
    private const string Epp = "urn:ietf:params:xml:ns:epp-1.0";

    /// <summary>Messages that every reader rejects.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[]>> Refused = new Dictionary<string, Func<byte[]>>
    {
        ["billion laughs"] = () => Utf8(Bomb() + Response("&l9;")),
        ["one long entity many times"] = () => Utf8($"<!DOCTYPE epp [<!ENTITY a '{new string('a', 50_000)}'>]>" + Response(Repeat("&a;", 5_000))),
        ["external entity"] = () => Utf8("<!DOCTYPE epp [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + Response("&a;")),
        ["external parameter entity"] = () => Utf8("<!DOCTYPE epp [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>" + Response("OK")),
        ["external document type"] = () => Utf8("<!DOCTYPE epp SYSTEM 'http://127.0.0.1:1/epp.dtd'>" + Response("OK")),
        ["empty document type"] = () => Utf8("<!DOCTYPE epp>" + Response("OK")),
        ["undeclared entity"] = () => Utf8(Response("&a;")),
        ["elements 100,000 deep"] = () => Utf8(Response(Repeat("<a>", 100_000) + Repeat("</a>", 100_000))),
        ["elements 100,000 deep and never closed"] = () => Utf8(Response(Repeat("<a xmlns:b='c'>", 100_000))),
        ["UTF-16 truncated in a character"] = () => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Response("OK"))).SkipLast(1).ToArray(),
        ["overlong UTF-8"] = () => Bytes([0xC0, 0xAF]),
        ["overlong NUL"] = () => Bytes([0xC0, 0x80]),
        ["surrogate in UTF-8"] = () => Bytes([0xED, 0xA0, 0x80]),
        ["invalid first byte in UTF-8"] = () => Bytes([0xFF]),
        ["beyond Unicode"] = () => Bytes([0xF5, 0x80, 0x80, 0x80]),
        ["NUL in a text"] = () => Bytes([0]),
        ["NUL by reference"] = () => Utf8(Response("&#0;")),
        ["surrogate by reference"] = () => Utf8(Response("&#xD800;")),
        ["pair of surrogates by reference"] = () => Utf8(Response("&#xD83D;&#xDE00;")),
        ["reference beyond Unicode"] = () => Utf8(Response("&#x110000;")),
        ["control character"] = () => Utf8(Response("\u0001")),
        ["no character"] = () => Utf8(Response("\uFFFE")),
        ["attribute twice"] = () => Utf8(Response("<a b='1' b='2'/>")),
        ["attribute twice by two prefixes"] = () => Utf8(Response("<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>")),
        ["undeclared prefix"] = () => Utf8(Response("<x:a/>")),
        ["undeclared prefix of an attribute"] = () => Utf8(Response("<a x:b='1'/>")),
        ["prefix bound to an empty namespace"] = () => Utf8(Response("<a xmlns:x='u'><b xmlns:x=''/></a>")),
        ["CDATA section never closed"] = () => Utf8(Response("<![CDATA[OK")),
        ["CDATA section closed but not open"] = () => Utf8(Response("]]>")),
        ["comment never closed"] = () => Utf8(Response("<!-- ")),
        ["overlapping tags"] = () => Utf8(Response("<a><b></a></b>")),
        ["two roots"] = () => Utf8(Response("OK") + Response("OK")),
        ["text after the root"] = () => Utf8(Response("OK") + "a"),
        ["two declarations"] = () => Utf8("<?xml version='1.0'?><?xml version='1.0'?>" + Response("OK")),
        ["nothing"] = () => [],
        ["white space"] = () => Utf8(" \r\n\t"),
        ["NULs"] = () => new byte[1000],
        ["byte order mark"] = () => [0xEF, 0xBB, 0xBF],
    };

    /// <summary>Unusual but valid XML: read like the plain message.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[]>> Unusual = new Dictionary<string, Func<byte[]>>
    {
        ["unknown encoding"] = () => Utf8("<?xml version='1.0' encoding='x-unknown'?>" + Response("Æ")),
        ["UTF-7"] = () => Utf8("<?xml version='1.0' encoding='UTF-7'?>" + Response("Æ")),
        ["UTF-16 by declaration only"] = () => Utf8("<?xml version='1.0' encoding='UTF-16'?>" + Response("Æ")),
        ["UTF-16, little-endian"] = () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Response("Æ"))],
        ["UTF-16, big-endian"] = () => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Response("Æ"))],
        ["UTF-16, declared"] = () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='UTF-16'?>" + Response("Æ"))],
        ["UTF-8 with a byte order mark"] = () => [.. Encoding.UTF8.GetPreamble(), .. Utf8(Response("Æ"))],
        ["Latin-1, declared"] = () => Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?>" + Response("Æ")),
        ["ASCII, declared, with a reference"] = () => Encoding.ASCII.GetBytes("<?xml version='1.0' encoding='us-ascii'?>" + Response("&#198;")),
        ["CDATA section"] = () => Utf8(Response("<![CDATA[Æ]]>")),
        ["text in pieces"] = () => Utf8(Response("<!-- a --><?b c?><![CDATA[]]>Æ<!-- d -->")),
        ["surrounding NULs and white space"] = () => Utf8("\0\r\n " + Response("Æ") + "\r\n\0\0"),
    };

    /// <summary>A response with the given text.</summary>
    public static string Response(string text) =>
        $"<epp xmlns='{Epp}'><response><result code='1000'><msg>{text}</msg></result><trID><svTRID>S-1</svTRID></trID></response></epp>";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>A response with the given bytes in its text.</summary>
    private static byte[] Bytes(byte[] bytes)
    {
        var parts = Response("|").Split('|');
        return [.. Utf8(parts[0]), .. bytes, .. Utf8(parts[1])];
    }

    private static string Bomb() => "<!DOCTYPE epp [<!ENTITY l0 'lol'>"
        + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} '{Repeat($"&l{i - 1};", 10)}'>")) + "]>";
}
