using EppClient.Dk;
using EppClient.Dk.Testing.Protocol;
using EppClient.IntegrationTests.Corpus;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Properties;

/// <summary>Records are written as valid XML and read back unchanged.</summary>
public sealed class RandomRecordTests
{
    private const int Rounds = 1_000;

    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(20_261_123)]
    public async Task Commands_round_trip(int seed)
    {
        var commands = new RandomCommands(new RandomValues(new Random(seed)));
        for (var i = 0; i < Rounds; i++)
        {
            var command = commands.Next();

            var written = MessageWriter.Command(command, DkWire.Current, "C-1");

            DkWire.Validator.Validate(written).Should().BeEmpty("round {0}", i);
            var read = DkWire.ReadRequest(written);
            Check((IEppElement)command, ReadBack(command, read), i);
            foreach (var extension in command.Extensions.OfType<IEppElement>())
            {
                Check(extension, read.Extensions.Single(e => e.GetType() == extension.GetType()), i);
            }

            CheckGroups(command, read, i);
        }

        await Task.CompletedTask;
    }

    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(20_261_123)]
    public async Task Results_round_trip(int seed)
    {
        var results = new RandomResults(new RandomValues(new Random(seed)));
        for (var i = 0; i < Rounds; i++)
        {
            var (data, extension) = (results.Next(), results.SecDnsInfo());

            var written = ResponseWriter.Write(
                new ServerResponse(1000, "OK") { Data = [data], Extensions = [extension.Write], ClientTransactionId = "C-1", ServerTransactionId = "S-1" }, DkWire.Current);

            DkWire.Validator.Validate(written).Should().BeEmpty("round {0}", i);
            var read = DkWire.ReadResponse(written);
            Check(data, read.Data.Single(), i);
            Check(extension, read.Extensions.Single(), i);
        }

        await Task.CompletedTask;
    }

    /// <summary>Adds the parts that are outside the object: extensions are siblings, and the operation of a transfer is in the envelope.</summary>
    private static IEppElement ReadBack(IEppCommand sent, ServerCommand read)
    {
        var element = read.Object!;
        if (element is IEppTransferCommand transfer)
        {
            element = (IEppElement)transfer.WithOperation(Enum.Parse<EppTransferOperation>(read.Operation!, ignoreCase: true));
        }

        var property = element.GetType().GetProperty(nameof(IEppCommand.Extensions))!;
        property.SetValue(element, sent.GetType().GetProperty(nameof(IEppCommand.Extensions))!.GetValue(sent));
        return element;
    }

    private static void CheckGroups(IEppCommand command, ServerCommand read, int round)
    {
        foreach (var extension in command.Extensions)
        {
            switch (extension)
            {
                case DkDomainCreate sent:
                    DkDomainCreate.Find(read.Extensions).Should().Be(sent, "round {0}", round);
                    break;
                case DkContactCreate sent:
                    DkContactCreate.Find(read.Extensions).Should().Be(sent, "round {0}", round);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Check(IEppElement sent, IEppElement read, int round)
    {
        read.Should().BeOfType(sent.GetType());
        if (!Equals(read, sent))
        {
            // Raw XML has no value equality; this comparison compares the members and reports the differences.
            read.Should().BeEquivalentTo((object)sent, options => options.RespectingRuntimeTypes(), "round {0}", round);
        }
    }
}
