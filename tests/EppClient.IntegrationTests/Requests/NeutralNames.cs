using System.Text;
using System.Text.RegularExpressions;

namespace EppClient.IntegrationTests.Requests;

/// <summary>Replaces registered names in published examples with registry1.dk, registry2.dk and so on, in order of appearance.</summary>
internal static partial class NeutralNames
{
    private static readonly string[] Invented = ["dk", "eksempel", "example", "test123"];

    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> document)
    {
        List<string> names = [];
        var text = Name().Replace(Encoding.UTF8.GetString(document.Span), match =>
        {
            var name = match.Groups[1].Value;
            if (Invented.Contains(name))
            {
                return match.Value;
            }

            if (!names.Contains(name))
            {
                names.Add(name);
            }

            return $"registry{names.IndexOf(name) + 1}.dk";
        });
        return Encoding.UTF8.GetBytes(text);
    }

    [GeneratedRegex(@"\b([a-z][a-z0-9-]*)\.dk(?=[<\s])")]
    private static partial Regex Name();
}
