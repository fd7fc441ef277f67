package html_test
import ("os";"testing";"fmt")
func TestDump(t *testing.T){ for n,d:=range map[string]string{"small":write(t,small()),"l1":write(t,large(1)),"l20":write(t,large(20)),"l300":write(t,large(300)),"hostile":write(t,hostile())} { os.WriteFile(fmt.Sprintf("/tmp/htmlw/%s.html",n),[]byte(d),0o644)} }
