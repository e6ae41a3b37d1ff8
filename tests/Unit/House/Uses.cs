using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Made.Tests.Unit.House;

/// <summary>Which types each type of an assembly uses: in its members' signatures and in the code of its methods.</summary>
public sealed class Uses : IDisposable
{
    private static readonly OpCode?[] Short = new OpCode?[256];
    private static readonly OpCode?[] Long = new OpCode?[256];

    private readonly PEReader image;
    private readonly MetadataReader reader;

    static Uses()
    {
        foreach (var field in typeof(OpCodes).GetFields())
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? Short : Long)[code.Value & 0xFF] = code;
        }
    }

    public Uses(ImmutableArray<byte> assembly)
    {
        image = new PEReader(assembly);
        reader = image.GetMetadataReader();
    }

    public IEnumerable<string> ReferencedAssemblies =>
        reader.AssemblyReferences.Select(a => reader.GetString(reader.GetAssemblyReference(a).Name));

    /// <summary>True where a method is imported from native code.</summary>
    public bool HasNativeImports => reader.MethodDefinitions.Any(m => reader.GetMethodDefinition(m).Attributes.HasFlag(System.Reflection.MethodAttributes.PinvokeImpl));

    /// <summary>Each using type (nested ones under their outermost) with the full names of the types it uses and, as <c>Type::Member</c>, their members.</summary>
    public ILookup<string, string> ByType() => Gathered((type, types, _) => Gather(type, types, []));

    /// <summary>Each type (nested ones under their outermost) with the texts written in its code, comments not among them.</summary>
    public ILookup<string, string> Literals() => Gathered((type, _, literals) => Gather(type, [], literals));

    public void Dispose() => image.Dispose();

    private string Outermost(TypeDefinitionHandle type)
    {
        while (reader.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } outer)
            type = outer;
        return TypeNames.Of(reader, type);
    }

    private ILookup<string, string> Gathered(Action<TypeDefinition, HashSet<string>, HashSet<string>> gather) => reader.TypeDefinitions
        .SelectMany(t =>
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            gather(reader.GetTypeDefinition(t), found, found);
            return found.Select(f => (User: Outermost(t), Found: f));
        })
        .ToLookup(p => p.User, p => p.Found);

    private void Gather(TypeDefinition type, HashSet<string> types, HashSet<string> literals)
    {
        var names = new TypeNames(types);
        Take(type.BaseType, names);
        foreach (var field in type.GetFields())
            reader.GetFieldDefinition(field).DecodeSignature(names, null);
        foreach (var handle in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(handle);
            method.DecodeSignature(names, null);
            if (method.RelativeVirtualAddress != 0)
                TakeBody(image.GetMethodBody(method.RelativeVirtualAddress), names, literals);
        }
    }

    private void TakeBody(MethodBodyBlock body, TypeNames names, HashSet<string> literals)
    {
        if (!body.LocalSignature.IsNil)
            reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        for (var code = body.GetILReader(); code.RemainingBytes > 0;)
        {
            var first = code.ReadByte();
            var operation = first == 0xFE ? Long[code.ReadByte()]!.Value : Short[first]!.Value;
            switch (operation.OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.ReadByte();
                    break;
                case OperandType.InlineVar:
                    code.ReadInt16();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.ReadInt64();
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Take(MetadataTokens.EntityHandle(code.ReadInt32()), names);
                    break;
                case OperandType.InlineString:
                    literals.Add(reader.GetUserString((UserStringHandle)MetadataTokens.Handle(code.ReadInt32())));
                    break;
                default:
                    code.ReadInt32();
                    break;
            }
        }
    }

    private void Take(EntityHandle handle, TypeNames names)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                names.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0);
                break;
            case HandleKind.TypeDefinition:
                names.GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0);
                break;
            case HandleKind.TypeSpecification:
                names.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0);
                break;
            case HandleKind.MethodSpecification:
                var generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                generic.DecodeSignature(names, null);
                Take(generic.Method, names);
                break;
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                Take(member.Parent, names);
                if (member.Parent.Kind == HandleKind.TypeReference)
                    names.Keep($"{TypeNames.Of(reader, (TypeReferenceHandle)member.Parent)}::{reader.GetString(member.Name)}");
                if (member.GetKind() == MemberReferenceKind.Method)
                    member.DecodeMethodSignature(names, null);
                else
                    member.DecodeFieldSignature(names, null);
                break;
        }
    }
}
