using System.Buffers;
using System.Text;
using EppClient;
using EppClient.Xml;
using Toy.Registry;

// Each line is one thing that the schema has turned into C#.
var create = new ToyCreate { Name = "a.example", Colours = [ToyColour.DarkBlue], Password = "<&>" };
IEppCommand<ToyCreateResult> command = create;
Console.WriteLine($"verb: {command.Verb}");
Console.WriteLine($"request: {Write(create)}");

try
{
    Write(create with { Colours = [new ToyColour("mauve")] });
}
catch (EppValidationException e)
{
    Console.WriteLine($"refused: {e.Member}");
}

using var reader = new EppXmlReader(
    "<x:creData xmlns:x='urn:example:toy-1.0'><x:crDate>2026-01-02T03:04:05Z</x:crDate><x:name>a.example</x:name><x:new/></x:creData>"u8.ToArray(),
    new EppXmlDialect());
var result = (ToyCreateResult)new EppSchemaSet([ToySchema.Instance]).Read(reader);
Console.WriteLine($"result: {result.Name} {result.CreatedDate:yyyy-MM-dd} {result.UnknownElements.Count}");

static string Write(IEppElement element)
{
    var output = new ArrayBufferWriter<byte>();
    using var writer = new EppXmlWriter(output, new EppXmlDialect());
    element.Write(writer);
    writer.Complete();
    return Encoding.UTF8.GetString(output.WrittenSpan);
}
