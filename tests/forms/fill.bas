' Opens a document, fills in its bookmarks as a list says, and saves it. A line of the list is the bookmark's name,
' how the value gets there, and the value, with tabs between and | where a line ends.
Sub Main(source As String, target As String, list As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  file = FreeFile
  Open list For Input As #file
  Do While Not Eof(file)
    Line Input #file, entry
    words = Split(entry, Chr(9))
    Fill(document, words(0), words(1), Split(words(2), "|"))
  Loop
  Close #file
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), saved())
  document.close(True)
End Sub

Sub Fill(document, name, how, lines)
  place = document.Bookmarks.getByName(name).Anchor
  If how = "lines" Then
    place.String = Join(lines, Chr(10))
  ElseIf how = "paragraphs" Then
    place.String = Join(lines, Chr(13))
  Else
    TypeBehind(document.CurrentController, place, lines(0))
  End If
End Sub

' As from the keyboard, after a click on the end of the blanks.
Sub TypeBehind(controller, place, text)
  controller.ViewCursor.gotoRange(place.End, False)
  Dim typed(0) As New com.sun.star.beans.PropertyValue
  typed(0).Name = "Text"
  typed(0).Value = text
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(controller.Frame, ".uno:InsertText", "", 0, typed())
End Sub
