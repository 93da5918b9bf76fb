import Consumer
import Foundation
import SchemaRuntime
import Testing

/// What the plugin has generated works in the package that asked for it.
@Suite struct ConsumerTests {
  @Test("a document decodes into the generated model and encodes back") func pets() throws {
    let json = #"{"id":7,"name":"Rex","kind":"dog","owner":{"name":"Kim"},"weight":12.5,"nickname":null}"#
    let pet = try JSONDecoder().decode(Pets.Pet.self, from: Data(json.utf8))
    #expect(pet.id == 7)
    #expect(pet.kind == .dog)
    #expect(pet.owner?.name == "Kim")
    #expect(try RoundTrip.differences(of: Pets.Pet.self, json: json) == [])
  }

  @Test("a value made in Swift encodes to the documented keys") func encoding() throws {
    let pet = Pets.Pet(id: 1, name: "Tom", kind: "axolotl")
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(pet)) as? [String: Any]
    #expect(object?.keys.sorted() == ["id", "kind", "name"])
    #expect(object?["kind"] as? String == "axolotl")
  }

  @Test("a table of another API becomes a model beside it") func bikes() throws {
    let bike = Bikes.Bike(model: "Tourer", frame: .init(size: 54.5))
    let copy = try JSONDecoder().decode(Bikes.Bike.self, from: JSONEncoder().encode(bike))
    #expect(copy == bike)
  }
}
