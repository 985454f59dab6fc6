using System.Globalization;
using System.Text;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Formats values as C# source.</summary>
internal static class CodeText
{
    public static string Literal(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return result.Append('"').ToString();
    }

    public static string Literal(bool value) => value ? "true" : "false";

    public static string Literal(int value) => value == int.MaxValue ? "int.MaxValue" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats text for a documentation comment; the few tags that plans use are kept.</summary>
    public static string Doc(string text) => text
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")
        .Replace("&lt;c&gt;", "<c>").Replace("&lt;/c&gt;", "</c>");
}
